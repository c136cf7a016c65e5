import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app';
import { inMain } from './inMain';

const boundsOf = (app: ElectronApplication) =>
  inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

test('the window opens where it was left, and as large', async ({ launch }) => {
  const first = await launch();
  const left = { x: 130, y: 90, width: 640, height: 520 };
  await inMain(
    first.app,
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    left,
  );
  await expect.poll(() => boundsOf(first.app)).toEqual(left);
  await first.close();
  const second = await launch();
  await expect.poll(() => boundsOf(second.app)).toEqual(left);
});

test('left on a display that is gone, it opens on one that is there', async ({
  launch,
  userData,
}) => {
  const place = { x: 9000, y: -2000, width: 1000, height: 700, shape: 'normal' };
  await writeFile(join(userData, 'window.json'), JSON.stringify(place));
  const run = await launch();
  const area = await inMain(run.app, ({ screen }) => screen.getPrimaryDisplay().workArea);
  await expect
    .poll(() => boundsOf(run.app))
    .toEqual({
      x: area.x + Math.floor((area.width - 1000) / 2),
      y: area.y + Math.floor((area.height - 700) / 2),
      width: 1000,
      height: 700,
    });
});
