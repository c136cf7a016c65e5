import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureTypeOf } from './pictureType';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['image/jpeg', '\xff\xd8\xff\xe0\x00\x10JFIF'],
  ['image/png', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
  ['image/gif', 'GIF89a\x01\x00'],
  ['image/gif', 'GIF87a\x01\x00'],
  ['image/webp', 'RIFF\x24\n\x00\x00WEBPVP8 '],
] as const)('tells %s by its first bytes', (type, head) => {
  expect(pictureTypeOf(bytes(`${head} and more`))).toBe(type);
});

test.each([
  ['nothing', ''],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
  ['HTML', '<!doctype html><title>GIF89a</title>'],
  ['a bitmap', 'BM\x36\x00'],
  ['sound', 'RIFF\x24\x00\x00\x00WAVEfmt '],
  ['a PNG cut off in its signature', '\x89PNG\r\n'],
  ['a picture behind something else', ' GIF89a'],
])('%s is no picture', (_what, head) => {
  expect(pictureTypeOf(bytes(head))).toBeNull();
});

test('bytes by chance are no picture', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 0, maxLength: 64 }), (chance) => {
      fc.pre(chance[0] !== 0xff);
      expect(pictureTypeOf(chance)).toBeNull();
    }),
  );
});
