import { expect, test } from 'vitest';
import { median, pairedDifference, pairedRatio, percentWithin, quantile } from './statistics';

test('The median is the one in the middle, or between the two', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(median([7])).toBe(7);
  expect(median([])).toBeNaN();
  expect(median([1, Number.NaN, 3])).toBeNaN();
});

test('A quantile is the value that so large a share is not above', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(quantile(hundred, 0.95)).toBe(95);
  expect(quantile(hundred, 1)).toBe(100);
  expect(quantile(hundred, 0)).toBe(1);
});

test('The share within a limit counts the limit in', () => {
  expect(percentWithin([16, 32, 33, 50], 32)).toBe(50);
});

test('Pairs are compared one by one: a time in which all is slow changes no ratio', () => {
  const others = [100, 110, 400];
  expect(pairedRatio([120, 132, 480], others)).toBeCloseTo(1.2);
  expect(pairedRatio([120, 132, 4_000], others)).toBeCloseTo(1.2);
  expect(pairedDifference([105, 130, 410], others)).toBe(10);
});
