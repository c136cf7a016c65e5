import { expect, test } from 'vitest';
import { chinaMidnight, dayInWords, inChina, schoolDaysLater } from './calendar';

const friday = Date.parse('2025-11-21T23:30:00+08:00');

test("A time is written in China's", () => {
  expect(inChina(friday)).toBe('2025-11-21T23:30:00+08:00');
  expect(inChina(chinaMidnight(friday))).toBe('2025-11-21T00:00:00+08:00');
  expect(dayInWords(friday)).toBe('11月21日周五');
});

test('School days leave the weekend out, forwards and backwards', () => {
  expect(inChina(schoolDaysLater(friday, 1))).toBe('2025-11-24T23:30:00+08:00');
  expect(inChina(schoolDaysLater(friday, -5))).toBe('2025-11-14T23:30:00+08:00');
  expect(schoolDaysLater(friday, 0)).toBe(friday);
});
