/** What the page "About" tells of this program on this computer. */
import type { Versions } from './diagnostics';

export interface About {
  readonly versions: Versions;
  /** The folder with the app's files, as the system writes it. */
  readonly folder: string;
}
