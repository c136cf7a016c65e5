import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageKey } from '../../preload/contract';
import { between, keeping, keyAt, keysIn, shiftOf } from './order';

const order = (...keys: number[]) => Uint32Array.from(keys);
const key = (value: number): MessageKey => {
  const found = keyAt(order(value), 0);
  if (found === null) throw new Error('no key');
  return found;
};

describe('an order of keys', () => {
  it('has none beyond its ends', () => {
    expect([-1, 0, 1, 2].map((at) => keyAt(order(7, 8), at))).toEqual([null, 7, 8, null]);
    expect(keysIn(order(7, 8, 9), -5, 2)).toEqual([7, 8]);
    expect(keysIn(order(7, 8, 9), 2, 50)).toEqual([9]);
  });

  it('gives a range from either of its ends', () => {
    expect([...between(order(5, 6, 7, 8), 1, 2)]).toEqual([6, 7]);
    expect([...between(order(5, 6, 7, 8), 3, 1)]).toEqual([6, 7, 8]);
  });
});

describe('a message that the list would lose', () => {
  it('stays after the one it stood after', () => {
    expect([...keeping(key(3), order(1, 2, 3, 4), order(9, 1, 2, 4))]).toEqual([9, 1, 2, 3, 4]);
  });

  it('stays after the nearest that is still there, or first', () => {
    expect([...keeping(key(3), order(1, 2, 3, 4), order(1, 4))]).toEqual([1, 3, 4]);
    expect([...keeping(key(3), order(1, 2, 3, 4), order(4))]).toEqual([3, 4]);
    expect([...keeping(key(3), order(1, 2, 3, 4), order())]).toEqual([3]);
  });

  it('is not brought where it has not been', () => {
    const next = order(1, 2);
    expect(keeping(key(3), order(1), next)).toBe(next);
    expect(keeping(key(2), order(2), next)).toBe(next);
    expect(keeping(null, order(2), next)).toBe(next);
  });
});

describe('the scroll position', () => {
  it('follows the first row on screen when others come above it', () => {
    const screen = { first: 1, last: 3, preferred: -1 };
    expect(shiftOf(order(1, 2, 3, 4, 5), order(8, 9, 1, 2, 3, 4, 5), screen)).toBe(2);
  });

  it('follows the row the eye is on rather than the first', () => {
    const screen = { first: 0, last: 3, preferred: 2 };
    expect(shiftOf(order(1, 2, 3, 4), order(1, 3, 4), screen)).toBe(-1);
  });

  it('leaves a preferred row that is not on screen out of account', () => {
    const screen = { first: 0, last: 1, preferred: 3 };
    expect(shiftOf(order(1, 2, 3, 4), order(1, 2, 9, 3, 4), screen)).toBe(0);
  });

  it('keeps a row on screen where it is, whatever comes and goes', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 });
    fc.assert(
      fc.property(keys, keys, fc.nat(59), fc.nat(10), (before, after, from, rows) => {
        const first = Math.min(from, before.length - 1);
        const last = Math.min(first + rows, before.length - 1);
        const shift = shiftOf(order(...before), order(...after), { first, last, preferred: -1 });
        const stays = before.slice(first, last + 1).find((one) => after.includes(one));
        expect(shift).toBe(stays === undefined ? 0 : after.indexOf(stays) - before.indexOf(stays));
      }),
    );
  });
});
