import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Happening } from '../../preload/contract';
import { createEvents, mostEvents } from './events';

const slept: Happening = { kind: 'power', change: 'suspend' };
const woke: Happening = { kind: 'power', change: 'resume' };

test('the newest comes first', () => {
  const events = createEvents();
  events.add(slept, 1);
  events.add(woke, 2);
  expect(events.list().map(({ happening, at }) => [happening, at])).toEqual([
    [woke, 2],
    [slept, 1],
  ]);
});

test('what happens again unchanged is counted, with its last time', () => {
  const events = createEvents();
  expect(events.add(slept, 1)).toBe('new');
  expect(events.add({ ...slept }, 5)).toBe('again');
  expect(events.list()).toEqual([{ id: 1, at: 1, times: 2, lastAt: 5, happening: slept }]);
});

test('the last 200 are kept, whatever happens, and none is lost before', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(slept, woke), { maxLength: 700 }), (happenings) => {
      const events = createEvents();
      for (const [at, happening] of happenings.entries()) events.add(happening, at);
      const changes = happenings.filter((one, n) => one !== happenings[n - 1]).length;
      const kept = events.list();
      expect(kept).toHaveLength(Math.min(mostEvents, changes));
      expect(kept[0]?.lastAt).toBe(happenings.length === 0 ? undefined : happenings.length - 1);
      if (changes <= mostEvents) {
        expect(kept.reduce((sum, { times }) => sum + times, 0)).toBe(happenings.length);
      }
      expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length);
    }),
  );
});
