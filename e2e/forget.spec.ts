import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app';
import { inMain } from './inMain';
import { keyringOf } from './keyring';
import { classTeacher, goTo } from './pages';

declare global {
  var restarts: number | undefined;
}

const ours = ['settings.json', 'profile.json', 'messages', 'pictures', 'deployment.json'];

test('"forget this computer" says what goes, and leaves nothing of hers', async ({
  launch,
  gateway,
  userData,
  keyring,
  folder,
}) => {
  const env = { XDG_CONFIG_HOME: join(folder, 'config') };
  const run = await launch({ env });
  await run.signIn(classTeacher(gateway));
  await run.change({ theme: 'dark', launchAtLogin: 'hidden' });
  const autostart = join(folder, 'config', 'autostart', 'staffroom.desktop');
  await expect.poll(() => existsSync(autostart)).toBe(true);
  await expect.poll(() => keyring.present()).toContain('cacheKey');
  await expect.poll(() => readdirSync(userData)).toEqual(expect.arrayContaining(['profile.json']));
  writeFileSync(join(userData, 'stray.txt'), 'of an older version');

  // A start of its own would be another app than the test's.
  await inMain(run.app, ({ app }) => {
    app.relaunch = () => {
      globalThis.restarts = (globalThis.restarts ?? 0) + 1;
      console.log('restarted');
    };
  });
  await goTo(run.window, '设置');
  await run.window.getByRole('button', { name: '全部清除…' }).click();
  const dialog = run.window.getByRole('dialog', { name: '清除这台电脑上的数据' });
  await expect(dialog.getByRole('listitem')).toHaveCount(5);
  await expect(dialog).toContainText('系统钥匙串');
  await dialog.getByRole('button', { name: '全部清除' }).click();
  await run.ended;
  expect(run.output()).toContain('restarted');

  expect(await keyring.present()).toEqual([]);
  expect(await keyringOf('this-computer').present()).toEqual([]);
  expect(existsSync(autostart)).toBe(false);
  expect(readdirSync(userData).filter((name) => ours.includes(name))).toEqual([]);

  const next = await launch({ env, deployment: 'none' });
  await expect(next.window.getByRole('heading', { name: '还没有部署文件' })).toBeVisible();
  expect(readdirSync(userData)).not.toContain('stray.txt');
  expect(readdirSync(userData)).not.toContain('forget-this-computer');
  const answer = await next.window.evaluate(() => window.staffroom.call('snapshots'));
  expect(answer.ok && answer.value.settings.theme).toBe('system');
});
