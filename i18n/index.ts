/**
 * The door to every text there is: for main and pages alike, with `catalogues` for main, `load` for pages.
 */
export { type EventWords, eventWords } from './diagnosticEvent';
export { type Format, formatOf } from './format';
export type { FailureWords } from './words';
export type { Catalogue } from './zh-CN';
