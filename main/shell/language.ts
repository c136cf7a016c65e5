import type { Language } from '../../preload/contract';

/**
 * The first of the preferred languages that there are texts in. A machine that prefers neither (a
 * bare Linux says `C`) gets Chinese: this is a client for schools in China.
 */
export function languageFrom(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en-US';
  }
  return 'zh-CN';
}
