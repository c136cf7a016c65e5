import { expect, test } from './app';
import { startTrayHost } from './desktop/statusNotifier';
import type { TrayItem } from './desktop/trayItem';
import { inMain } from './inMain';
import { classTeacher, loginPage, messageRows, stateOf, typeIn } from './pages';

const quick = { deployment: { session: { heartbeatSeconds: 1 } } };

const labelsOf = async (item: TrayItem) =>
  (await item.menu()).flatMap((entry) => (entry.kind === 'item' ? [entry.label] : []));

test('the tray tells each state by its own shape, and in words in tooltip and menu', async ({
  launch,
  gateway,
  tray,
}) => {
  const run = await launch(quick);
  const person = classTeacher(gateway);
  const item = await tray.item();
  const labels = () => labelsOf(item);
  const shapes = new Map<string, string>();
  const expectState = async (words: string) => {
    await expect.poll(() => item.tooltip()).toContain(words);
    await expect.poll(labels).toContain(words);
    shapes.set(words, (await item.icon()).hash);
  };

  await expectState('未登录');
  await expect.poll(labels).toContain('登录教育云');
  expect(await labels()).toEqual(expect.arrayContaining(['打开教师工作台', '退出教师工作台']));
  expect(await labels()).not.toContain('退出登录');

  await run.signIn(person);
  await expectState('已登录');
  await expect.poll(() => item.tooltip()).toContain('17 条未读消息');
  expect(await labels()).toEqual(expect.arrayContaining(['17 条未读消息', '退出登录']));
  expect(await labels()).not.toContain('登录教育云');

  gateway.fault('heartbeat', { kind: 'bad-gateway' });
  await expectState('连接不上平台');
  gateway.clearFaults();
  await item.click('立即重试');
  await expectState('已登录');

  gateway.displace(person.personId);
  await expectState('账号在别处登录');
  expect(await labels()).toContain('重新登录');
  gateway.endSignOn(person.personId);
  await item.click('重新登录');
  const again = await loginPage(run.app, gateway);
  await expectState('正在登录');
  await typeIn(again, person);
  await expectState('已登录');

  gateway.endSession(person.personId);
  await expectState('登录已失效');

  // Four shapes, of which attention and signed-out each stand for more than one state.
  expect(new Set(shapes.values()).size).toBe(4);
  expect(shapes.get('登录已失效')).toBe(shapes.get('账号在别处登录'));
  expect(shapes.get('正在登录')).toBe(shapes.get('未登录'));
});

test('a sign-in without a session, and one not yet confirmed, are not shown as active', async ({
  launch,
  gateway,
  tray,
}) => {
  gateway.configure({ sessionTravels: 'nowhere' });
  const first = await launch();
  const item = await tray.item();
  const signedOut = (await item.icon()).hash;
  await first.signIn(classTeacher(gateway));
  await expect.poll(() => item.tooltip()).toContain('已登录，无法保持在线');
  expect(await labelsOf(item)).toContain('退出登录');
  expect((await item.icon()).hash).toBe(signedOut);
  await item.click('退出登录');
  await expect.poll(() => item.tooltip()).toContain('未登录');

  gateway.configure({ sessionTravels: 'redirect' });
  await first.signIn(classTeacher(gateway));
  await expect.poll(() => item.tooltip()).toMatch(/ 已登录/);
  await first.close();
  gateway.fault('all', { kind: 'hold' });
  await launch();
  const next = await tray.item();
  await expect.poll(() => next.tooltip()).toContain('正在确认登录');
  expect((await next.icon()).hash).toBe(signedOut);
});

test('signing in, out and quitting work from the tray alone', async ({ launch, gateway, tray }) => {
  const run = await launch();
  const item = await tray.item();
  await expect.poll(() => labelsOf(item)).toContain('登录教育云');
  await item.click('登录教育云');
  await typeIn(await loginPage(run.app, gateway), classTeacher(gateway));
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
  await item.click('退出登录');
  await expect(run.window.getByRole('button', { name: '登录教育云' })).toBeVisible();
  await expect.poll(() => item.tooltip()).toContain('未登录');
  // It may be gone before it has answered the click.
  await Promise.allSettled([item.click('退出教师工作台')]);
  await run.ended;
});

test('signed out from the tray, the sign-in page is on screen and nothing that was open for her', async ({
  launch,
  gateway,
  tray,
}) => {
  const { window, signIn } = await launch();
  const person = classTeacher(gateway);
  const item = await tray.item();
  const signOut = async () => {
    await item.click('退出登录');
    await expect(window.getByRole('button', { name: '登录教育云' })).toBeVisible();
  };
  await signIn(person);
  await window.getByRole('button', { name: '更多操作' }).click();
  await window.getByRole('button', { name: '按编号标记…' }).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await signOut();
  await signIn(person);
  await expect(messageRows(window).first()).toBeVisible();
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.evaluate(() => {
    globalThis.window.location.hash = '#about';
  });
  await expect(window.getByRole('heading', { name: '关于' })).toBeVisible();
  await signOut();
});

test('closing the window keeps the app in the tray, and the tray opens it again', async ({
  launch,
  tray,
}) => {
  const run = await launch();
  const item = await tray.item();
  const isShown = () =>
    inMain(run.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isShown).toBe(true);
  const close = () =>
    inMain(run.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await close();
  await expect.poll(isShown).toBe(false);
  await item.click('打开教师工作台');
  await expect.poll(isShown).toBe(true);
  await close();
  await expect.poll(isShown).toBe(false);
  await item.activate();
  await expect.poll(isShown).toBe(true);
});

test('a tray that came later than the app is found when the window is closed', async ({
  launch,
  tray,
}) => {
  await tray.stop();
  const run = await launch();
  const late = await startTrayHost();
  try {
    await inMain(run.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const item = await late.item();
    await item.click('打开教师工作台');
    await expect
      .poll(() =>
        inMain(run.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()),
      )
      .toBe(true);
  } finally {
    await late.stop();
  }
});

test('where she has it so, closing the window quits', async ({ launch }) => {
  const run = await launch();
  await run.change({ closeToTray: 'off' });
  await inMain(run.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await run.ended).toBe(0);
});

test('where no desktop shows a tray, closing the window quits', async ({ launch, tray }) => {
  await tray.stop();
  const run = await launch();
  await inMain(run.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await run.ended;
});
