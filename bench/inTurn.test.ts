import { expect, test } from 'vitest';
import { inTurn } from './inTurn';
import { times } from './times';

test('Each round begins with another one, and none is left out', async () => {
  const measured: string[] = [];
  const as = (name: string) => async () => {
    measured.push(name);
    return name;
  };
  const rounds = await times(4, (round) => inTurn(round, { a: as('a'), b: as('b'), c: as('c') }));
  expect(measured.join('')).toBe('abcbcacababc');
  for (const round of rounds) expect(round).toEqual({ a: 'a', b: 'b', c: 'c' });
});
