import { expect, test } from './app';
import { classTeacher, loginPage, stateOf, typeIn } from './pages';

const silently = { deployment: { session: { heartbeatSeconds: 1, silentRenewal: true } } };
const asking = { deployment: { session: { heartbeatSeconds: 1 } } };

test('with the platform’s own sign-on alive, an expired session is renewed and she notices nothing', async ({
  launch,
  gateway,
  keyring,
  notifications,
}) => {
  const run = await launch(silently);
  const person = classTeacher(gateway);
  await run.signIn(person);
  const before = await keyring.read('session');
  gateway.endSession(person.personId);
  await expect.poll(() => keyring.read('session')).not.toBe(before);
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
  expect(run.app.windows()).toHaveLength(1);
  expect(notifications.shown).toEqual([]);
  expect(gateway.journal.filter(({ call }) => call === 'login-ticket')).toHaveLength(2);
});

test('without it she is told once, and one click on the notice leads to the login page', async ({
  launch,
  gateway,
  tray,
  notifications,
}) => {
  const run = await launch(silently);
  const person = classTeacher(gateway);
  await run.signIn(person);
  gateway.endSignOn(person.personId);
  gateway.endSession(person.personId);
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'expired', { timeout: 30_000 });
  await expect.poll(() => notifications.shown.length).toBe(1);
  const [notice] = notifications.shown;
  expect(notice).toMatchObject({ title: '登录已失效。', body: '请重新登录。' });
  const item = await tray.item();
  await expect.poll(() => item.tooltip()).toContain('登录已失效');
  if (notice) notifications.click(notice);
  await typeIn(await loginPage(run.app, gateway), person);
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
  expect(notifications.shown).toHaveLength(1);
});

test('where it is off no login page is loaded by itself: state, notice and banner say it', async ({
  launch,
  gateway,
  notifications,
}) => {
  const run = await launch(asking);
  const person = classTeacher(gateway);
  await run.signIn(person);
  gateway.endSession(person.personId);
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'expired');
  const banner = run.window.getByRole('region', { name: '登录状态提醒' });
  await expect(banner).toContainText('登录已失效');
  await expect.poll(() => notifications.shown.length).toBe(1);
  expect(gateway.journal.filter(({ call }) => call === 'login-ticket')).toHaveLength(1);
});

test('signed in elsewhere: “it was me” lets it rest, and she can still sign in here', async ({
  launch,
  gateway,
  tray,
}) => {
  const run = await launch(asking);
  const person = classTeacher(gateway);
  const item = await tray.item();
  const calm = (await item.icon()).hash;
  await run.signIn(person);
  gateway.displace(person.personId);
  const banner = run.window.getByRole('region', { name: '登录状态提醒' });
  await expect(banner).toContainText('同一账号在别处登录');
  await expect.poll(async () => (await item.icon()).hash).not.toBe(calm);
  await banner.getByRole('button', { name: '是我本人登录的' }).click();
  await expect(banner).toHaveCount(0);
  await expect.poll(async () => (await item.icon()).hash).toBe(calm);
  gateway.endSignOn(person.personId);
  await run.fillIn(person);
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
});
