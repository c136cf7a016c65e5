import { readdir } from 'node:fs/promises';
import { expect, test } from './app';
import { lockKeyring, unlockKeyring } from './desktop/secretService';
import { classTeacher, stateOf } from './pages';

test('without a keyring she is told, stays signed in for this run, and nothing is written', async ({
  launch,
  gateway,
  userData,
}) => {
  const run = await launch({ keyring: 'absent' });
  await run.signIn(classTeacher(gateway));
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
  const banner = run.window.getByRole('region', { name: '登录状态提醒' });
  await expect(banner).toContainText('这次登录没能存进系统钥匙串');
  await run.close();
  expect(await readdir(userData)).not.toContain('profile.json');

  const next = await launch({ keyring: 'absent' });
  await expect(next.window.getByRole('button', { name: '登录教育云' })).toBeVisible();
});

test('a locked keyring is said to be locked, loses nothing, and unlocked it goes on by itself', async ({
  launch,
  gateway,
  tray,
}) => {
  const first = await launch();
  await first.signIn(classTeacher(gateway));
  await expect(stateOf(first.window)).toHaveAttribute('data-state', 'active');
  await first.close();

  await lockKeyring();
  try {
    const next = await launch();
    await expect(next.window.getByRole('alert')).toContainText('系统钥匙串已锁定', {
      timeout: 20_000,
    });
    const item = await tray.item();
    await expect.poll(() => item.tooltip()).toContain('系统钥匙串已锁定');
    await unlockKeyring();
    await expect(stateOf(next.window)).toHaveAttribute('data-state', 'active', { timeout: 20_000 });
  } finally {
    await unlockKeyring();
  }
});

test('the app quits though the keyring waits for somebody to unlock it', async ({
  launch,
  gateway,
}) => {
  const first = await launch();
  await first.signIn(classTeacher(gateway));
  await expect(stateOf(first.window)).toHaveAttribute('data-state', 'active');
  await first.close();

  await lockKeyring();
  try {
    const next = await launch();
    await expect(next.window.getByRole('alert')).toContainText('系统钥匙串已锁定', {
      timeout: 20_000,
    });
    await next.close();
  } finally {
    await unlockKeyring();
  }
});
