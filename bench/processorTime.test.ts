import { expect, test } from 'vitest';
import { summingUp, timeOnProcessor } from './processorTime';

test("A thread's time on a processor is the first of its figures", () => {
  expect(timeOnProcessor('281474976 1500 42\n')).toBe(281_474_976);
});

test('Threads are summed up, those that have ended by the last that was seen of them', () => {
  const sum = summingUp();
  expect(
    sum.add(
      new Map([
        ['1/1', 100],
        ['1/2', 50],
      ]),
    ),
  ).toBe(150);
  expect(
    sum.add(
      new Map([
        ['1/1', 120],
        ['1/3', 5],
      ]),
    ),
  ).toBe(175);
  expect(sum.add(new Map([['1/1', 130]]))).toBe(185);
  expect(sum.add(new Map())).toBe(185);
});

test('A number that is given to another thread begins anew', () => {
  const sum = summingUp();
  sum.add(new Map([['1/2', 70]]));
  expect(sum.add(new Map([['1/2', 3]]))).toBe(73);
  expect(sum.add(new Map([['1/2', 10]]))).toBe(80);
});
