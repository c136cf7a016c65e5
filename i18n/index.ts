/**
 * The door to every text there is: main and pages ask here and nowhere else.
 */
import type { Language } from '../preload/contract';
import { enUS } from './en-US';
import { type Catalogue, zhCN } from './zh-CN';

export { type EventWords, eventWords } from './diagnosticEvent';
export { type Format, formatOf } from './format';
export type { FailureWords } from './words';
export type { Catalogue };

const catalogues: Record<Language, Catalogue> = { 'zh-CN': zhCN, 'en-US': enUS };

export const catalogueOf = (language: Language): Catalogue => catalogues[language];
