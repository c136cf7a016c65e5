import type { Language } from '../preload/contract';
import type { Catalogue } from './zh-CN';

/** One language alone, a file of its own: what a page shows it in. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'zh-CN':
      return (await import('./zh-CN')).zhCN;
    case 'en-US':
      return (await import('./en-US')).enUS;
  }
}
