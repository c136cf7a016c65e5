import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf, wordsOf } from './found';

const marked = (text: string, search: string) =>
  piecesOf(text, wordsOf(search))
    .map(({ text: piece, isFound }) => (isFound ? `[${piece}]` : piece))
    .join('');

test.each([
  ['五年级2班', '2班', '五年级[2班]'],
  ['五年级2班', '班 五', '[五]年级2[班]'],
  ['ABC-abc', 'abc', '[ABC]-[abc]'],
  ['五年级２班', '2', '五年级[２]班'],
  ['㍿会社', '株', '[㍿]会社'],
  ['𠮷田', '田', '𠮷[田]'],
  ['武汉小学', '中学', '武汉小学'],
  ['武汉小学', '', '武汉小学'],
])('in %j, %j marks %j', (text, search, expected) => {
  expect(marked(text, search)).toBe(expected);
});

test('the pieces together are always the text', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'B', '会', '㍿', ' ', '９', 'ﬁ', '𠮷') });
  fc.assert(
    fc.property(letters, letters, (text, search) => {
      const pieces = piecesOf(text, wordsOf(search));
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }),
  );
});
