import { describe, expect, test } from 'vitest';
import { isTargetReached, type StartRow, startTableOf } from './startTable';

const painted: StartRow = {
  title: 'painted',
  unit: 'ms',
  digits: 0,
  ours: 460,
  blank: 400,
  against: { kind: 'times', value: 1.16 },
};

describe('a target', () => {
  test('is for what is compared, where something is', () => {
    expect(isTargetReached({ ...painted, target: 1.15 })).toBe(false);
    expect(isTargetReached({ ...painted, target: 1.16 })).toBe(true);
    expect(isTargetReached({ title: 'size', unit: 'bytes', digits: 0, ours: 9, target: 10 })).toBe(
      true,
    );
  });

  test('is not reached by what was not seen, and not spoken of where there is none', () => {
    const unseen = { kind: 'times', value: Number.NaN } as const;
    expect(isTargetReached({ ...painted, against: unseen, target: 1.15 })).toBe(false);
    expect(isTargetReached(painted)).toBe(null);
  });
});

test('A table says what ours is, what the blank window is, and how they compare', () => {
  const table = startTableOf([
    { ...painted, target: 1.15 },
    {
      title: 'idle',
      unit: 'ms',
      digits: 1,
      ours: 70,
      blank: 45.5,
      against: { kind: 'above', value: 24.5 },
      target: 40,
    },
    { title: 'size', unit: 'bytes', digits: 0, ours: 61_440, target: 61_440 },
    { title: 'unseen', unit: 'ms', digits: 0, ours: Number.NaN },
  ]);
  expect(table.split('\n')).toEqual([
    '|             |  ours | blank window |   compared |       target | reached |',
    '| ---         |  ---: |         ---: |       ---: |         ---: |    ---: |',
    '| painted, ms |   460 |          400 |     1.16 × |     ≤ 1.15 × |      NO |',
    '| idle, ms    |  70.0 |         45.5 | 24.5 above | ≤ 40.0 above |     yes |',
    '| size, bytes | 61440 |              |            |      ≤ 61440 |     yes |',
    '| unseen, ms  |     – |              |            |              |         |',
  ]);
});
