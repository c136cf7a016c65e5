/** What the page "About" tells of this program on this computer. */
import type { Versions } from './diagnostics';

export interface About {
  readonly versions: Versions;
  /** The folder with the app's files, as the system writes it. */
  readonly folder: string;
}

/** Of a package that ships, as the build collects them (scripts/licences.mjs). */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** As the package names it, such as `MIT`. */
  readonly licence: string;
  readonly text: string;
}
