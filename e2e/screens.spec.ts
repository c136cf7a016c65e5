import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app';
import { closedPort } from './closedPort';
import { inMain } from './inMain';
import { barOf, classTeacher, loginPage, schoolHead, stateOf } from './pages';
import { screens } from './screens';

const sizeTo = (app: ElectronApplication, width: number, height: number) =>
  inMain(
    app,
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
    [width, height] as [number, number],
  );

const theme = (app: ElectronApplication, source: 'light' | 'dark') =>
  inMain(
    app,
    ({ nativeTheme }, to) => {
      nativeTheme.themeSource = to;
    },
    source,
  );

/** Pictures for people to look at, in out/screens/; what they must show is tested elsewhere. */
for (const language of ['zh-CN', 'en-US'] as const) {
  test(`the screens in ${language}, light and dark`, async ({ launch, gateway }) => {
    test.setTimeout(120_000);
    const run = await launch({ language });
    const { window, app } = run;
    const both = async (name: string) => {
      for (const source of ['light', 'dark'] as const) {
        await theme(app, source);
        await expect
          .poll(() => window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
          .toBe(source === 'dark');
        await screens(window, `${name}-${language}-${source}`);
      }
    };

    await expect(window.locator('main button').first()).toBeVisible();
    await both('sign-in');
    await window.locator('main button').first().click();
    const login = await loginPage(app, gateway);
    await screens(login, `login-page-${language}`);
    await screens(await barOf(app), `login-bar-${language}`);
    await inMain(app, ({ BrowserWindow }) => {
      for (const one of BrowserWindow.getAllWindows()) {
        if (one.webContents.getURL().includes('login.html')) one.close();
      }
    });

    await run.signIn(language === 'zh-CN' ? classTeacher(gateway) : schoolHead(gateway));
    await expect(stateOf(window)).toHaveAttribute('data-state', 'active');
    const links = window.getByRole('navigation').getByRole('link');
    const rows = window.locator('[data-id]');
    await expect(rows.first()).toBeVisible();
    await rows.first().click();
    await expect(window.locator('article.message')).toBeVisible();
    await both('messages');
    await links.nth(1).click();
    await both('organisations');
    await links.nth(2).click();
    await both('profile');
    await links.nth(3).click();
    await both('settings');
    await window.locator('a[href="#diagnostics"]').click();
    await both('diagnostics');

    await links.nth(0).click();
    await sizeTo(app, 360, 640);
    await screens(window, `messages-narrow-${language}`);
    await sizeTo(app, 1120, 720);
    gateway.fault('heartbeat', { kind: 'captive-portal' });
    await window.getByRole('navigation').evaluate(() => globalThis.window.staffroom.call('tryNow'));
    await expect(stateOf(window)).toHaveAttribute('data-state', 'unreachable');
    await links.nth(1).click();
    await both('unreachable');
  });
}

test('the screens before there is a deployment, and when the login page does not open', async ({
  launch,
}) => {
  const none = await launch({ deployment: 'none' });
  await expect(none.window.getByRole('heading', { name: '还没有部署文件' })).toBeVisible();
  await screens(none.window, 'first-run-zh-CN');
  await none.close();

  const wrong = await launch({ deployment: { login: { page: 'http://sso.example.edu.cn' } } });
  await expect(wrong.window.getByRole('heading', { name: '部署文件有误' })).toBeVisible();
  await screens(wrong.window, 'wrong-deployment-zh-CN');
  await wrong.close();

  const closed = { login: { page: `http://127.0.0.1:${await closedPort()}/bmp-oauth` } };
  const run = await launch({ deployment: closed, language: 'en-US' });
  await run.window.getByRole('button').first().click();
  const bar = await barOf(run.app);
  await expect(bar.getByRole('alert')).toBeVisible();
  await screens(bar, 'login-failed-en-US');
  await screens(run.window, 'signing-in-en-US');
});
