/** The tar.gz, which is unpacked anywhere and installed nowhere. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startTrayHost } from '../desktop/statusNotifier';
import { within } from '../within';
import { packages } from './packages';
import { somebody } from './person';

test('unpacked in her home it starts, and quits from the tray', async () => {
  const tray = await startTrayHost();
  const person = await somebody();
  try {
    const archive = await person.gets(packages.archive);
    await person.runs('tar', '-xzf', archive);
    const names = await readdir(person.home);
    const folder =
      names.find((name) => name.startsWith('staffroom-') && !name.endsWith('.gz')) ?? '';
    expect((await stat(join(person.home, folder))).uid).not.toBe(0);
    const running = person.starts(join(person.home, folder, 'staffroom'));
    const item = await within(60_000, 'the tray icon', tray.item());
    await expect.poll(() => item.tooltip()).toContain('教师工作台');
    await Promise.allSettled([item.click('退出教师工作台')]);
    expect(await within(60_000, 'the end of the app', running.ended)).toBe(0);
  } finally {
    await person.leaves();
    await tray.stop();
  }
});
