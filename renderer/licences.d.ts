/** What the build collects of the packages that ship (scripts/licences.mjs). */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** As the package names it, such as `MIT`. */
  readonly licence: string;
  readonly text: string;
}
