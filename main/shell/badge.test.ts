import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { badgeOf, badges } from './badge';

test.each([
  [0, null],
  [1, '1'],
  [9, '9'],
  [10, 'more'],
  [50_000, 'more'],
] as const)('%i unread have the badge %s', (unread, badge) => {
  expect(badgeOf(unread)).toBe(badge);
});

test.each(badges)('the badge %s is drawn, for screens of both densities', (badge) => {
  for (const file of [`${badge}.svg`, `${badge}.png`, `${badge}@2x.png`]) {
    expect(existsSync(resolve('assets', 'badge', file)), file).toBe(true);
  }
});
