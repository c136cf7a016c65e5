import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  backoffDelay,
  confirmDelay,
  createHeartbeats,
  createPacing,
  periodicDelay,
  wakeDelay,
} from './heartbeat';
import { simulatedClock } from './simulatedClock';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the period is kept within 10 %', () => {
  fc.assert(
    fc.property(chance, (random) => {
      const delay = periodicDelay({ period: 120_000, scale: 1, random: () => random });
      expect(delay).toBeGreaterThanOrEqual(108_000);
      expect(delay).toBeLessThanOrEqual(132_000);
    }),
  );
});

test('after a failure the pause is by chance between 5 s and the period, after more it is longer', () => {
  fc.assert(
    fc.property(chance, fc.integer({ min: 1, max: 10_000 }), (random, failures) => {
      const delay = backoffDelay({ period: 120_000, scale: 1, random: () => random }, failures);
      expect(delay).toBeGreaterThanOrEqual(failures === 1 ? 5_000 : 80_000);
      expect(delay).toBeLessThanOrEqual(120_000);
    }),
  );
  expect(backoffDelay({ period: 120_000, scale: 1, random: () => 0 }, 1)).toBe(5_000);
});

test('in the period after a first failure a desktop tries again less than once on average', () => {
  /** Evenly from 0 to 1, for the mean over all that chance may bring. */
  const chances = Array.from({ length: 100 }, (_, step) => (step + 0.5) / 100);
  fc.assert(
    fc.property(fc.integer({ min: 30_000, max: 3_600_000 }), (period) => {
      // Up to then, the heartbeats that were due when the outage began go out as well.
      const end = 0.9 * period;
      const pause = (failures: number, random: number) =>
        backoffDelay({ period, scale: 1, random: () => random }, failures);
      const first = chances.map((random) => pause(1, random));
      const second = chances.map((random) => pause(2, random));
      const tries =
        first.filter((delay) => delay < end).length / first.length +
        first.flatMap((one) => second.filter((other) => one + other < end)).length /
          (first.length * second.length);
      expect(Math.min(...first) + 2 * Math.min(...second)).toBeGreaterThan(end);
      expect(tries).toBeLessThan(1);
    }),
  );
});

test('on a practice platform all of it goes faster, and is never longer than its period', () => {
  const pace = { period: 1_000, scale: 0.1, random: () => 0 };
  expect(backoffDelay(pace, 1)).toBe(500);
  expect(backoffDelay({ ...pace, random: () => 0.999 }, 9)).toBeLessThan(1_000);
  expect(confirmDelay(pace)).toBe(300);
});

describe('the pause', () => {
  const pacing = (random: number) =>
    createPacing({ period: 120_000, scale: 1, random: () => random });

  test('after the first answer of a run is anywhere within a period, then within 10 % of it', () => {
    const early = pacing(0);
    expect(early.after('alive')).toBe(5_000);
    expect(early.after('alive')).toBe(108_000);
    expect(pacing(0.5).after('alive')).toBe(62_500);
  });

  test('after waking is like that of a start', () => {
    const woken = pacing(0);
    woken.after('alive');
    woken.restart();
    expect([woken.after('alive'), woken.after('alive')]).toEqual([5_000, 108_000]);
  });

  test('grows with failures in a row, and an answer begins them anew', () => {
    const failing = pacing(0);
    const outcomes = [
      'unanswered',
      'unanswered',
      'alive',
      'unanswered',
      'doubted',
      'unanswered',
    ] as const;
    expect(outcomes.map((outcome) => failing.after(outcome))).toEqual([
      5_000, 80_000, 108_000, 5_000, 3_000, 5_000,
    ]);
  });
});

test('never two heartbeats at once: one asked for meanwhile joins the one under way', async () => {
  let underWay = 0;
  let most = 0;
  let sent = 0;
  const heartbeats = createHeartbeats(async () => {
    sent += 1;
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, 50));
    underWay -= 1;
    heartbeats.after(100);
  });
  const asked = [heartbeats.now(), heartbeats.now()];
  heartbeats.after(10);
  await vi.advanceTimersByTimeAsync(400);
  await Promise.all(asked);
  heartbeats.stop();
  expect(most).toBe(1);
  expect(sent).toBe(3);
});

test('after a stop nothing more is sent, and the one under way is cancelled', async () => {
  const signals: AbortSignal[] = [];
  const heartbeats = createHeartbeats(async (signal) => {
    signals.push(signal);
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  void heartbeats.now();
  heartbeats.stop();
  heartbeats.after(10);
  heartbeats.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(signals).toHaveLength(1);
  expect(signals[0]?.aborted).toBe(true);
});

test('a pause sends nothing until it is over, however often it is begun and ended', async () => {
  let sent = 0;
  const heartbeats = createHeartbeats(async () => {
    sent += 1;
    heartbeats.after(1_000);
  });
  await heartbeats.now();
  heartbeats.pause();
  heartbeats.pause();
  heartbeats.after(10);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toBe(1);
  heartbeats.within(500);
  heartbeats.within(400);
  heartbeats.within(800);
  await vi.advanceTimersByTimeAsync(999);
  expect(sent).toBe(2);
  heartbeats.stop();
});

test('what is planned for earlier stays when one is wanted within a longer time', async () => {
  let sent = 0;
  const heartbeats = createHeartbeats(async () => {
    sent += 1;
  });
  heartbeats.after(100);
  heartbeats.within(5_000);
  await vi.advanceTimersByTimeAsync(100);
  expect(sent).toBe(1);
});

test('after waking it is 0 to 5 s, by chance', () => {
  expect(wakeDelay({ scale: 1, random: () => 0 })).toBe(0);
  expect(wakeDelay({ scale: 1, random: () => 0.5 })).toBe(2_500);
});

test.each([-1, 1])('a wall clock set by %i day changes nothing', async (days) => {
  let sent = 0;
  const heartbeats = createHeartbeats(async () => {
    sent += 1;
    heartbeats.after(120_000);
  });
  await heartbeats.now();
  await vi.advanceTimersByTimeAsync(60_000);
  vi.setSystemTime(Date.now() + days * 86_400_000);
  // What is planned for earlier is still known to be earlier.
  heartbeats.within(61_000);
  await vi.advanceTimersByTimeAsync(59_999);
  expect(sent).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toBe(2);
  heartbeats.stop();
});

type Step =
  | { readonly kind: 'after' | 'within' | 'time'; readonly ms: number }
  | { readonly kind: 'now' | 'pause' | 'stop' | 'answer' };

const ms = fc.integer({ min: 0, max: 20_000 });
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('after', 'within', 'time'), ms }),
    fc.record({ kind: fc.constantFrom('now', 'pause', 'stop', 'answer') }),
  ),
  { maxLength: 40 },
) satisfies fc.Arbitrary<Step[]>;

/** A scheduler whose heartbeats are answered when a test says so. */
function heartbeatsByHand() {
  const clock = simulatedClock();
  const unanswered = new Set<() => void>();
  let sent = 0;
  const heartbeats = createHeartbeats(async (cancelled) => {
    sent += 1;
    await new Promise<void>((resolve) => {
      const end = () => {
        unanswered.delete(end);
        resolve();
      };
      unanswered.add(end);
      cancelled.addEventListener('abort', end);
    });
    if (!cancelled.aborted) heartbeats.after(10_000);
  }, clock);
  return {
    sent: () => sent,
    underWay: () => unanswered.size,
    heartbeats,
    async take(step: Step): Promise<void> {
      switch (step.kind) {
        case 'time':
          clock.pass(step.ms);
          break;
        case 'after':
        case 'within':
          heartbeats[step.kind](step.ms);
          break;
        case 'now':
          void heartbeats.now();
          break;
        case 'pause':
        case 'stop':
          heartbeats[step.kind]();
          break;
        case 'answer':
          for (const end of unanswered) end();
          break;
      }
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

test('whatever is asked of it in whatever order, never are two heartbeats under way', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const { take, underWay } = heartbeatsByHand();
      for (const step of sequence) {
        await take(step);
        expect(underWay()).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('from a pause or a stop on, none is sent until one is asked for', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const { take, sent } = heartbeatsByHand();
      let silentSince: { readonly by: 'pause' | 'stop'; readonly sent: number } | null = null;
      for (const step of sequence) {
        if (step.kind === 'pause' || step.kind === 'stop') {
          silentSince = { by: step.kind, sent: sent() };
        }
        const isAsked =
          ['now', 'within'].includes(step.kind) ||
          (step.kind === 'after' && silentSince?.by === 'stop');
        if (isAsked) silentSince = null;
        await take(step);
        if (silentSince !== null) expect(sent()).toBe(silentSince.sent);
      }
    }),
  );
});

test('whatever came before, one that is wanted within a time has been sent by then', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const { take, sent, underWay } = heartbeatsByHand();
      for (const step of sequence) await take(step);
      const before = sent() - underWay();
      await take({ kind: 'within', ms: 5_000 });
      await take({ kind: 'time', ms: 5_000 });
      expect(sent()).toBe(before + 1);
    }),
  );
});
