/** Both languages at hand: for the main process, where a word may be wanted at any moment. */
import type { Language } from '../preload/contract';
import { enUS } from './en-US';
import { type Catalogue, zhCN } from './zh-CN';

const catalogues: Record<Language, Catalogue> = { 'zh-CN': zhCN, 'en-US': enUS };

export const catalogueOf = (language: Language): Catalogue => catalogues[language];
