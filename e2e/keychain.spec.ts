import { readdir } from 'node:fs/promises';
import { test as base, expect, type Launched } from './app';
import { lockKeyring, unlockKeyring } from './desktop/secretService';
import { classTeacher, stateOf } from './pages';

interface Locked {
  /** Started while the keyring with her sign-in is locked; it is open again after the test. */
  readonly lockedOut: Launched;
}

const test = base.extend<Locked>({
  lockedOut: async ({ launch, gateway }, use) => {
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
      await use(next);
    } finally {
      await unlockKeyring();
    }
  },
});

test('without a keyring she is told, stays signed in for this run, nothing is written, and she signs out', async ({
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
  await next.signIn(classTeacher(gateway));
  const signedOut = await next.window.evaluate(() => window.staffroom.call('signOut'));
  expect(signedOut).toEqual({ ok: true, value: 'signed-out' });
});

test('a locked keyring is said to be locked, loses nothing, and unlocked it goes on by itself', async ({
  lockedOut,
  tray,
}) => {
  const item = await tray.item();
  await expect.poll(() => item.tooltip()).toContain('系统钥匙串已锁定');
  await unlockKeyring();
  await expect(stateOf(lockedOut.window)).toHaveAttribute('data-state', 'active', {
    timeout: 20_000,
  });
});

test('the app quits though the keyring waits for somebody to unlock it', async ({ lockedOut }) => {
  await lockedOut.close();
});

test('a sign-out that the keyring does not let end says what is left, and the next start removes it', async ({
  launch,
  gateway,
  keyring,
  tray,
}) => {
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
  await lockKeyring();
  try {
    await (await tray.item()).click('退出登录');
    await expect(run.window.getByRole('alert')).toContainText(
      '登录信息没能从系统钥匙串删除。钥匙串已锁定。',
      { timeout: 20_000 },
    );
  } finally {
    await unlockKeyring();
  }
  await run.close();

  const next = await launch();
  await expect(next.window.getByRole('button', { name: '登录教育云' })).toBeVisible();
  await expect.poll(() => keyring.present()).toEqual([]);
  await expect(next.window.getByRole('alert')).toHaveCount(0);
});
