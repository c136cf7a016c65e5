/**
 * The door to every text there is: main and pages ask here, and main in `catalogues`, and nowhere else.
 */
import type { Language } from '../preload/contract';
import type { Catalogue } from './zh-CN';

export { type EventWords, eventWords } from './diagnosticEvent';
export { type Format, formatOf } from './format';
export type { FailureWords } from './words';
export type { Catalogue };

/** One language alone, a file of its own: what a page shows it in. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'zh-CN':
      return (await import('./zh-CN')).zhCN;
    case 'en-US':
      return (await import('./en-US')).enUS;
  }
}
