import { describe, expect, test } from 'vitest';
import { isReached, tableOf } from './table';

describe('a target', () => {
  test('is for the last column', () => {
    expect(isReached([200, 100], { kind: 'below', value: 150 })).toBe(true);
    expect(isReached([100, 150], { kind: 'below', value: 150 })).toBe(false);
    expect(isReached([90, 95], { kind: 'at-least', value: 95 })).toBe(true);
    expect(isReached([99, 94], { kind: 'at-least', value: 95 })).toBe(false);
  });

  test('of growth is for the last column beside the first', () => {
    expect(isReached([10, 80, 20], { kind: 'growth', value: 2 })).toBe(true);
    expect(isReached([10, 10, 21], { kind: 'growth', value: 2 })).toBe(false);
  });

  test('is neither reached nor missed without a measurement', () => {
    expect(isReached([10, null], { kind: 'below', value: 20 })).toBe(null);
  });
});

test('A table has a line for each row, with targets and ratios where there are any', () => {
  const table = tableOf({
    electron: '33.2.1',
    columns: ['1 000', '50 000'],
    rows: [
      {
        id: 'open',
        title: 'opening',
        unit: 'ms',
        digits: 0,
        values: [40, 160],
        target: { kind: 'below', value: 150 },
        compared: { to: 'empty', value: 32 },
      },
      { id: 'size', title: 'size', unit: 'MB', digits: 1, values: [0.42, null] },
    ],
    notes: ['Measured here.'],
  });
  expect(table.split('\n')).toEqual([
    '|             | 1 000 | 50 000 | target | reached |  compared |  ratio |',
    '| ---         |  ---: |   ---: |   ---: |    ---: |      ---: |   ---: |',
    '| opening, ms |    40 |    160 |  < 150 |      NO | empty: 32 | 5.00 × |',
    '| size, MB    |   0.4 |      – |        |         |           |        |',
    '',
    'Measured here.',
  ]);
});
