import { expect, test } from './app';
import { classTeacher, goTo } from './pages';

test('settings that the machine’s file lays down are in effect, shown as managed, and refused to be changed', async ({
  launch,
  gateway,
}) => {
  const policy = { theme: 'dark', textSize: 115, closeToTray: false, notifications: true };
  const run = await launch({ deployment: { policy }, deploymentOf: 'machine' });
  await run.signIn(classTeacher(gateway));
  await goTo(run.window, '设置');
  const theme = run.window.getByRole('combobox', { name: '主题' });
  await expect(theme).toBeDisabled();
  await expect(theme).toHaveValue('dark');
  await expect(theme).toHaveAccessibleDescription('由学校管理。');
  await expect(run.window.getByRole('combobox', { name: '文字大小' })).toBeDisabled();
  await expect(run.window.getByRole('combobox', { name: '语言' })).toBeEnabled();
  expect(await run.window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(
    true,
  );
  const refused = await run.window.evaluate(() =>
    window.staffroom.call('changeSettings', { theme: 'light', language: 'en-US' }),
  );
  expect(refused).toEqual({ ok: false, failure: { kind: 'locked-by-policy' } });
  await expect(theme).toHaveValue('dark');
});
