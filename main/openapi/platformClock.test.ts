import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPlatformClock, type PlatformClock } from './platformClock';

const hour = 60 * 60_000;
const start = Date.UTC(2026, 8, 23, 8);

let now: number;
let clock: PlatformClock;
beforeEach(() => {
  now = start;
  clock = createPlatformClock(() => now);
});

const dated = (at: number) => new Date(at).toUTCString();

describe("the platform's clock", () => {
  test("is the system's until an answer says otherwise", () => {
    expect(clock.now()).toBe(start);
  });

  test.each([-300 * 24 * hour, -8 * hour, 0, 8 * hour, 300 * 24 * hour])(
    'is learnt where it is %i ms from the system’s, and goes on from there',
    (skew) => {
      clock.learn(dated(start + skew));
      now += hour;
      expect(clock.now()).toBe(start + skew + hour);
      expect(clock.onSystem(clock.now())).toBe(now);
    },
  );

  test('is learnt anew with every answer, so that setting the system’s clock right does no harm', () => {
    clock.learn(dated(start + 8 * hour));
    now = start + 8 * hour;
    clock.learn(dated(start + 8 * hour));
    expect(clock.now()).toBe(start + 8 * hour);
  });

  test.each([
    ['nothing', ''],
    ['no date', 'yesterday'],
    ['a number', '1'],
    ['a date of another form', '2026-09-23T16:00:00+08:00'],
    ['a date that does not exist', 'Wed, 99 Sep 2026 08:00:00 GMT'],
    ['a year that no desktop with TLS can be in', dated(start + 400 * 24 * hour)],
    ['the start of 1970', dated(0)],
  ])('is not learnt from %s', (_what, date) => {
    clock.learn(dated(start + hour));
    clock.learn(date);
    expect(clock.now()).toBe(start + hour);
  });

  test('is always a time, within a year of the system’s', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (date) => {
          clock.learn(date);
          expect(Math.abs(clock.now() - now)).toBeLessThanOrEqual(366 * 24 * hour);
        },
      ),
    );
  });
});
