import { expect, test } from 'vitest';
import { readableName, readableText, readableTitle } from './readable';

test('characters that turn letters round are shown as a sign', () => {
  expect(readableText('通知\u202efdp.exe')).toBe('通知\ufffdfdp.exe');
  expect(readableTitle('\u202d通知')).toBe('\ufffd通知');
  expect(readableName('校长\u202e')).toBe('校长\ufffd');
});

test('what is not seen goes from a title, and shows in a name, which would look like another’s', () => {
  expect(readableTitle('关于\u200b开会\ufeff')).toBe('关于开会');
  expect(readableName('校\u200b长')).toBe('校\ufffd长');
  expect(readableName('\u3164')).toBe('\ufffd');
});

test('what writing needs stays: emoji, Uyghur, direction marks', () => {
  const texts = ['👩‍🏫老师', 'ئۇيغۇر\u200cچە', '\u200fمكتب\u200e', '\u2067שלום\u2069'];
  for (const text of texts) expect(readableName(text)).toBe(text);
});

test('a title without end is cut, a text is not', () => {
  const long = '长'.repeat(10_000);
  expect(readableTitle(long)).toBe(`${'长'.repeat(1000)}…`);
  expect(readableText(long)).toBe(long);
});
