import { describe, expect, it } from 'vitest';
import { parseIds } from './messageIds';

describe('pasted message ids', () => {
  it('are split at white space and at the commas and semicolons of both scripts', () => {
    expect(parseIds(' a1\nb2,c3，d4、e5;f6；g7\t\u3000h8 ').ids).toEqual([
      'a1',
      'b2',
      'c3',
      'd4',
      'e5',
      'f6',
      'g7',
      'h8',
    ]);
  });

  it('count once however often they come', () => {
    expect(parseIds('a b a a')).toEqual({ ids: ['a', 'b'], repeated: 2, tooLong: 0 });
  });

  it('are left out when longer than any id is, and counted', () => {
    expect(parseIds(`${'x'.repeat(129)} ${'y'.repeat(128)}`)).toEqual({
      ids: ['y'.repeat(128)],
      repeated: 0,
      tooLong: 1,
    });
  });

  it('are none in an empty field', () => {
    expect(parseIds(' \n ')).toEqual({ ids: [], repeated: 0, tooLong: 0 });
  });
});
