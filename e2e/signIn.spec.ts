import { expect, test } from './app';
import { closedPort } from './closedPort';
import { inMain } from './inMain';
import { barOf, classTeacher, loginPage, openLoginPage, schoolHead, stateOf } from './pages';
import { untrustedServer } from './untrustedServer';

test('a teacher signs in on the platform’s own page and sees what is hers', async ({
  launch,
  gateway,
  keyring,
}) => {
  const run = await launch();
  const person = classTeacher(gateway);
  await run.signIn(person);
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
  await expect(run.window.getByText(person.name, { exact: true }).first()).toBeVisible();
  expect((await keyring.present()).toSorted()).toEqual(['cacheKey', 'oauthToken', 'session']);
  // The redirect was caught on the machine, and the code in it was used once.
  expect(gateway.journal.filter(({ call }) => call === 'oauth-token')).toHaveLength(1);
  expect(gateway.journal.filter(({ call }) => call === 'unknown')).toHaveLength(0);
});

for (const redirectBy of ['script', 'window-open'] as const) {
  test(`the redirect is also caught when the page makes it by ${redirectBy}`, async ({
    launch,
    gateway,
  }) => {
    gateway.configure({ redirectBy });
    const run = await launch();
    await run.signIn(classTeacher(gateway));
    await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
  });
}

test('the bar shows the host where the password is typed, and that it is not encrypted here', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  await openLoginPage(run, gateway);
  const bar = await barOf(run.app);
  await expect(bar.getByText(new URL(gateway.url).host)).toBeVisible();
  await expect(bar.getByText('连接未加密')).toBeVisible();
});

test('the login page has no bridge, no Node, and a partition in memory of its own', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  const login = await openLoginPage(run, gateway);
  expect(
    await login.evaluate(() => [
      typeof Reflect.get(window, 'staffroom'),
      typeof Reflect.get(window, 'require'),
      typeof Reflect.get(window, 'process'),
    ]),
  ).toEqual(['undefined', 'undefined', 'undefined']);
  const view = await inMain(
    run.app,
    ({ webContents, session }, url) => {
      const contents = webContents.getAllWebContents().find((one) => one.getURL().startsWith(url));
      return {
        inMemory: contents?.session.isPersistent() === false,
        ofItsOwn: contents?.session !== session.defaultSession,
      };
    },
    gateway.url,
  );
  expect(view).toEqual({ inMemory: true, ofItsOwn: true });
});

test('closing the login window is a normal end: the sign-in page is back, with no complaint', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  await openLoginPage(run, gateway);
  await expect(run.window.getByRole('button', { name: '显示登录窗口' })).toBeVisible();
  const bar = await barOf(run.app);
  // The page that is clicked on goes with the click.
  await Promise.allSettled([bar.getByRole('button', { name: '取消登录' }).click()]);
  await expect(run.window.getByRole('button', { name: '登录教育云' })).toBeVisible();
  await expect(run.window.getByRole('alert')).toHaveCount(0);
});

test('a login page that answers 5xx is our own page with the cause, and Retry goes on', async ({
  launch,
  gateway,
}) => {
  gateway.fault('login-page', { kind: 'bad-gateway', times: 1 });
  const run = await launch();
  await run.window.getByRole('button', { name: '登录教育云' }).click();
  const bar = await barOf(run.app);
  await expect(bar.getByRole('alert')).toContainText('502');
  await bar.getByRole('button', { name: '重试' }).click();
  const login = await loginPage(run.app, gateway);
  await expect(login.getByLabel('账号')).toBeVisible();
  // Each showing has a ticket of its own: the first one is used up.
  expect(gateway.journal.filter(({ call }) => call === 'login-ticket')).toHaveLength(2);
});

test('a login page that refuses the connection is told in plain words', async ({ launch }) => {
  const host = `127.0.0.1:${await closedPort()}`;
  const run = await launch({ deployment: { login: { page: `http://${host}/bmp-oauth` } } });
  await run.window.getByRole('button', { name: '登录教育云' }).click();
  const bar = await barOf(run.app);
  await expect(bar.getByRole('alert')).toContainText('登录页没有打开');
  await expect(bar.getByRole('alert')).toContainText(`${host} 拒绝了连接`);
});

test('a login page with a certificate that nobody vouches for is not shown', async ({ launch }) => {
  const server = await untrustedServer();
  const run = await launch({ deployment: { login: { page: `https://${server.host}/bmp-oauth` } } });
  await run.window.getByRole('button', { name: '登录教育云' }).click();
  const bar = await barOf(run.app);
  await expect(bar.getByRole('alert')).toContainText('证书');
  await expect(bar.getByRole('alert')).toContainText('签发者：untrusted.invalid');
  expect(server.asked()).toBe(0);
  server.close();
});

test('when the platform gives no ticket, the login window says why, and Retry asks again', async ({
  launch,
  gateway,
}) => {
  gateway.fault('login-ticket', { kind: 'captive-portal', times: 1 });
  const run = await launch();
  await run.window.getByRole('button', { name: '登录教育云' }).click();
  const bar = await barOf(run.app);
  await expect(bar.getByRole('alert')).toContainText('上网认证');
  await bar.getByRole('button', { name: '重试' }).click();
  await expect((await loginPage(run.app, gateway)).getByLabel('账号')).toBeVisible();
});

test('a redirect that names somebody else signs nobody in, and says so', async ({
  launch,
  gateway,
  keyring,
}) => {
  gateway.configure({ redirectNames: schoolHead(gateway).personId });
  const run = await launch();
  await run.fillIn(classTeacher(gateway));
  await expect(run.window.getByRole('alert')).toContainText('与刚才登录的账号不一致');
  expect(await keyring.present()).toEqual([]);
});
