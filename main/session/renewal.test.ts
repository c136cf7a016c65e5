import { expect, test } from 'vitest';
import { createRenewal, endsSoon, type RenewalOptions } from './renewal';

const hour = 3_600_000;

function renewal(options: Partial<RenewalOptions> = {}) {
  let now = 0;
  const clock = { now: () => now, after: () => () => undefined };
  const made = createRenewal({ allowed: 'yes', clock, holdsSignOn: () => true, ...options });
  return {
    ...made,
    passes: (ms: number) => {
      now += ms;
    },
  };
}

test('one may be tried an hour, however it ends', () => {
  const { mayBeTried, tried, passes } = renewal();
  expect(mayBeTried()).toBe(true);
  tried();
  expect(mayBeTried()).toBe(false);
  passes(hour - 1);
  expect(mayBeTried()).toBe(false);
  passes(1);
  expect(mayBeTried()).toBe(true);
});

test('none is tried where the deployment does not allow it, or no sign-on is left to use', () => {
  expect(renewal({ allowed: 'no' }).mayBeTried()).toBe(false);
  expect(renewal({ holdsSignOn: () => false }).mayBeTried()).toBe(false);
});

test('a sign-in ends soon from a day ahead; one without an end does not', () => {
  expect(endsSoon(null, 0)).toBe(false);
  expect(endsSoon(24 * hour, 0)).toBe(false);
  expect(endsSoon(24 * hour, 1)).toBe(true);
  expect(endsSoon(24 * hour, 30 * hour)).toBe(true);
});
