import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Failure } from '../../preload/contract';
import { findRefused } from './refusals';

const notThere: Failure = { kind: 'rejected', code: '100404', text: '没有这条消息' };
const maintenance: Failure = { kind: 'rejected', code: '300200', text: '消息服务维护中' };

/** A platform that refuses any call with one of `bad` in it, as a whole. */
function platformRefusing(bad: ReadonlySet<number>) {
  const calls: (readonly number[])[] = [];
  const taken: number[] = [];
  return {
    calls,
    taken,
    send: async (some: readonly number[]) => {
      calls.push(some);
      if (some.some((item) => bad.has(item))) return { ok: false, failure: notThere } as const;
      taken.push(...some);
      return { ok: true, value: 'taken' } as const;
    },
  };
}

const items = (count: number) => Array.from({ length: count }, (_, item) => item);

test('one that is refused among fifty is found, and the forty-nine others go through', async () => {
  for (const bad of items(50)) {
    const { send, taken, calls } = platformRefusing(new Set([bad]));
    expect(await findRefused(items(50), notThere, send)).toEqual({
      kind: 'found',
      refused: [{ item: bad, failure: notThere }],
    });
    expect(taken.toSorted((one, other) => one - other)).toEqual(
      items(50).filter((item) => item !== bad),
    );
    expect(calls.length).toBeLessThanOrEqual(13);
  }
});

test('two neighbours that are refused are both found, the second single one being another', async () => {
  for (const at of [0, 7, 24, 48]) {
    const { send, taken } = platformRefusing(new Set([at, at + 1]));
    const found = await findRefused(items(50), notThere, send, () => 0.99);
    expect(found.kind === 'found' && found.refused.map(({ item }) => item)).toEqual([at, at + 1]);
    expect(taken).toHaveLength(48);
  }
});

test('a platform that refuses everything is asked seven times for fifty, and it is not the items', async () => {
  const { send, calls } = platformRefusing(new Set(items(50)));
  expect(await findRefused(items(50), notThere, send)).toEqual({
    kind: 'not-the-items',
    failure: notThere,
  });
  expect(calls.map(({ length }) => length)).toEqual([25, 13, 7, 4, 2, 1, 1]);
});

test('a single one that was refused is not asked again: it is itself what is wrong', async () => {
  const { send, calls } = platformRefusing(new Set([0]));
  expect(await findRefused([0], notThere, send)).toMatchObject({
    kind: 'found',
    refused: [{ item: 0 }],
  });
  expect(calls).toEqual([]);
});

test('two that are refused with different words are two that are wrong', async () => {
  const found = await findRefused([0, 1], notThere, async ([item]) => ({
    ok: false,
    failure: item === 0 ? notThere : maintenance,
  }));
  expect(found).toEqual({
    kind: 'found',
    refused: [
      { item: 0, failure: notThere },
      { item: 1, failure: maintenance },
    ],
  });
});

test('when the platform is gone in the middle, what was found by then is kept', async () => {
  const { send, calls } = platformRefusing(new Set([0]));
  const found = await findRefused(items(4), notThere, async (some) =>
    calls.length === 2 ? { ok: false, failure: { kind: 'offline' } } : send(some),
  );
  expect(found).toEqual({
    kind: 'interrupted',
    refused: [{ item: 0, failure: notThere }],
    failure: { kind: 'offline' },
  });
});

test('whatever is refused: each item is taken or refused, no good one is refused, none is sent again', async () => {
  const some = fc.uniqueArray(fc.nat(49), { maxLength: 49 });
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  await fc.assert(
    fc.asyncProperty(some, fc.integer({ min: 1, max: 50 }), chance, async (bad, count, random) => {
      fc.pre(bad.some((item) => item < count));
      const { send, taken } = platformRefusing(new Set(bad));
      const found = await findRefused(items(count), notThere, send, () => random);
      expect(new Set(taken).size).toBe(taken.length);
      if (found.kind !== 'found') {
        expect(found.kind).toBe('not-the-items');
        expect(taken).toEqual([]);
        return;
      }
      const refused = found.refused.map(({ item }) => item);
      expect(refused.every((item) => bad.includes(item))).toBe(true);
      expect([...taken, ...refused].toSorted((one, other) => one - other)).toEqual(items(count));
    }),
  );
});
