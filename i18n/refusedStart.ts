/** Said by the main process alone, before there is a page: these words are not in the catalogue, which
 * every page loads. */
import type { Language } from '../preload/contract';
import { refusedStart as english } from './en-US/refusedStart';
import { refusedStart as chinese, type RefusedStartWords } from './zh-CN/refusedStart';

export type { RefusedStartWords };

const words: Record<Language, RefusedStartWords> = { 'zh-CN': chinese, 'en-US': english };

export const refusedStartIn = (language: Language): RefusedStartWords => words[language];
