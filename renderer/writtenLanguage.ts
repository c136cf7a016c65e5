import type { Language } from '../preload/contract';

/** What main wrote into the page, so that its first words are right without asking. */
export const writtenLanguage = (): Language =>
  document.documentElement.lang === 'en-US' ? 'en-US' : 'zh-CN';
