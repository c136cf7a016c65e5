import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPresenceWatch, look, type Presence, presenceLimits } from './presence';
import { simulatedClock } from './simulatedClock';

const minute = 60_000;
const limits = presenceLimits(15, 1);

/** A watch on a clock that passes when told to; `use` is an input. */
function watched() {
  const clock = simulatedClock();
  const told: Presence[] = [];
  let asleepMs = 0;
  let usedAt = 0;
  const now = () => 1_000_000 + clock.now() + asleepMs;
  const watch = createPresenceWatch({
    limits,
    now,
    clock,
    idleMs: () => now() - usedAt,
    told: (presence) => told.push(presence),
  });
  return {
    watch,
    now,
    told: () => told.at(-1),
    counts: () => told.length,
    pass: (ms: number) => clock.pass(ms),
    use: () => {
      usedAt = now();
    },
    /** Nothing runs meanwhile. */
    sleep: (ms: number) => {
      asleepMs += ms;
    },
  };
}

test('after a quarter of an hour without use she has left, and a minute before it is said', () => {
  const { watch, pass, told, now } = watched();
  watch.start();
  const startedAt = now();
  pass(13 * minute);
  expect(told()).toEqual({ kind: 'there' });
  pass(minute);
  expect(told()).toEqual({ kind: 'leaving', at: startedAt + 15 * minute });
  pass(59_000);
  expect(told()).toEqual({ kind: 'leaving', at: startedAt + 15 * minute });
  pass(1000);
  expect(told()).toEqual({ kind: 'left' });
});

test('any input takes the warning back, and the time begins anew', () => {
  const { watch, pass, told, use } = watched();
  watch.start();
  pass(14 * minute + 30_000);
  expect(told()?.kind).toBe('leaving');
  use();
  pass(1000);
  expect(told()).toEqual({ kind: 'there' });
  pass(13 * minute);
  expect(told()).toEqual({ kind: 'there' });
  pass(2 * minute);
  expect(told()).toEqual({ kind: 'left' });
});

test('a machine nobody has touched for long does not sign out whom it has just signed in', () => {
  const { watch, pass, told } = watched();
  pass(60 * minute);
  watch.start();
  pass(1000);
  expect(told()).toEqual({ kind: 'there' });
});

test('whoever wakes a machine that slept for long may be somebody else', () => {
  const { watch, pass, told, use, sleep } = watched();
  watch.start();
  pass(minute);
  use();
  sleep(20 * minute);
  use();
  watch.lookNow();
  expect(told()).toEqual({ kind: 'left' });
});

test('a short sleep ends nothing', () => {
  const { watch, pass, told, use, sleep } = watched();
  watch.start();
  pass(minute);
  sleep(10 * minute);
  use();
  watch.lookNow();
  expect(told()).toEqual({ kind: 'there' });
});

test('after she has left, or when it is stopped, nothing more is told', () => {
  const { watch, pass, counts } = watched();
  watch.start();
  pass(15 * minute);
  const before = counts();
  pass(60 * minute);
  watch.lookNow();
  expect(counts()).toBe(before);
  watch.start();
  watch.stop();
  pass(60 * minute);
  expect(counts()).toBe(before);
});

describe('a minute is said, of a single one half', () => {
  test.each([
    [1, 1, { unusedMs: minute, warningMs: minute / 2, lookMs: 1000 }],
    [120, 1, { unusedMs: 120 * minute, warningMs: minute, lookMs: 1000 }],
    [1, 0.1, { unusedMs: 6000, warningMs: 3000, lookMs: 100 }],
  ])('%d minutes at the pace %d', (minutes, scale, expected) => {
    expect(presenceLimits(minutes, scale)).toEqual(expected);
  });
});

const step = fc.record({
  /** Since the look before; also longer than the limit, as over a sleep, and back, as a clock set. */
  passed: fc.integer({ min: -5 * minute, max: 20 * minute }),
  /** How much of that the last input lies back; more than that: there was none. */
  idle: fc.integer({ min: 0, max: 40 * minute }),
});

test('she has left when, and only when, a pause between two inputs was as long as the limit', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      let now = 0;
      let lastUsedAt = 0;
      for (const { passed, idle } of steps) {
        now += passed;
        const from = Math.min(lastUsedAt, now);
        const inputAt = now - idle > from ? now - idle : null;
        const longest = inputAt === null ? now - from : Math.max(inputAt - from, now - inputAt);
        const found = look({ lastUsedAt }, { now, idleMs: idle }, limits);
        expect(found.presence.kind === 'left').toBe(longest >= limits.unusedMs);
        expect(found.lastUsedAt).toBe(inputAt ?? from);
        expect(found.lastUsedAt).toBeLessThanOrEqual(now);
        if (found.presence.kind === 'leaving') {
          expect(found.presence.at - now).toBeGreaterThan(0);
          expect(found.presence.at - now).toBeLessThanOrEqual(limits.warningMs);
        }
        if (found.presence.kind === 'left') return;
        ({ lastUsedAt } = found);
      }
    }),
  );
});
