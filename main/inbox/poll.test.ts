import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPoll } from './poll';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const period = 60_000;

function polled() {
  let readings = 0;
  const poll = createPoll(
    {
      async refresh() {
        readings += 1;
        return { ok: true, value: 'refreshed' };
      },
    },
    period,
    () => 0.5,
  );
  return { poll, readings: () => readings };
}

test('started, it reads at once, and then once a period', async () => {
  const { poll, readings } = polled();
  poll.start();
  expect(readings()).toBe(1);
  await vi.advanceTimersByTimeAsync(3 * period);
  expect(readings()).toBe(4);
  poll.stop();
  await vi.advanceTimersByTimeAsync(3 * period);
  expect(readings()).toBe(4);
});

test('started for later, twice, it reads then, and once', async () => {
  const { poll, readings } = polled();
  poll.start();
  poll.stop();
  poll.startAfter(5_000);
  poll.startAfter(4_000);
  await vi.advanceTimersByTimeAsync(3_999);
  expect(readings()).toBe(1);
  await vi.advanceTimersByTimeAsync(period);
  expect(readings()).toBe(2);
  poll.stop();
});
