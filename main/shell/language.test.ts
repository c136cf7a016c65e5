import { expect, test } from 'vitest';
import { languageFrom } from './language';

test.each([
  [['zh-CN'], 'zh-CN'],
  [['zh-Hant-HK', 'en-GB'], 'zh-CN'],
  [['fr-FR', 'en-GB', 'zh-CN'], 'en-US'],
  [['', 'en'], 'en-US'],
  [['C'], 'zh-CN'],
  [['de-DE'], 'zh-CN'],
  [[], 'zh-CN'],
])('a system that prefers %j gets %s', (preferred, language) => {
  expect(languageFrom(preferred)).toBe(language);
});
