import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isQuiet } from './quietHours';

const at = (time: string) => new Date(`2026-09-01T${time}`);
const night = { from: '22:00', to: '07:00' };
const noon = { from: '12:00', to: '14:00' };

test.each([
  [night, '21:59:59', false],
  [night, '22:00:00', true],
  [night, '00:00:00', true],
  [night, '06:59:59', true],
  [night, '07:00:00', false],
  [noon, '11:59:59', false],
  [noon, '12:00:00', true],
  [noon, '14:00:00', false],
  [{ from: '08:00', to: '08:00' }, '08:00:00', true],
  [{ from: '08:00', to: '08:00' }, '07:59:00', true],
  [null, '03:00:00', false],
] as const)('in the hours %j it is quiet at %s: %s', (hours, time, expected) => {
  expect(isQuiet(hours, at(time))).toBe(expected);
});

const minutesOfDay = 24 * 60;
const minute = fc.nat(minutesOfDay - 1);
const timeOf = (minutes: number) =>
  [Math.trunc(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

test('going round the clock from its beginning, it is quiet until the end and loud from there', () => {
  fc.assert(
    fc.property(minute, minute, minute, (from, to, now) => {
      const gone = (now - from + minutesOfDay) % minutesOfDay;
      const length = (to - from + minutesOfDay) % minutesOfDay || minutesOfDay;
      const hours = { from: timeOf(from), to: timeOf(to) };
      expect(isQuiet(hours, at(timeOf(now)))).toBe(gone < length);
    }),
  );
});

test('two spans that follow each other cover every minute of the day once', () => {
  fc.assert(
    fc.property(minute, minute, minute, (from, to, now) => {
      fc.pre(from !== to);
      const one = isQuiet({ from: timeOf(from), to: timeOf(to) }, at(timeOf(now)));
      const other = isQuiet({ from: timeOf(to), to: timeOf(from) }, at(timeOf(now)));
      expect(one).toBe(!other);
    }),
  );
});
