import type { ElectronApplication } from '@playwright/test';
import { catalogueOf } from '../i18n/catalogues';
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

for (const language of ['zh-CN', 'en-US'] as const) {
  test(`the first-run page in ${language}, light and dark, wide and narrow`, async ({
    launch,
    gateway,
  }) => {
    test.setTimeout(120_000);
    const run = await launch({ deployment: 'none', language });
    const { window, app } = run;
    const { connect, proposal } = catalogueOf(language);
    const at = async (name: string, width: number, height: number, source: 'light' | 'dark') => {
      await sizeTo(app, width, height);
      await theme(app, source);
      await screens(window, `${name}-${language}-${source}-${width}`);
    };
    await expect(window.getByRole('heading', { name: connect.title })).toBeVisible();
    await at('first-run', 1120, 720, 'light');
    await at('first-run', 360, 640, 'dark');
    await window.getByLabel(connect.name).fill('练习学校');
    await window.getByRole('button', { name: connect.check, exact: true }).click();
    await at('first-run-wrong', 800, 1500, 'dark');
    await at('first-run-wrong', 360, 1700, 'light');

    const { app: keys, login, messages } = gateway.deployment() as Record<string, never>;
    await window.getByLabel(connect.gateway).fill(gateway.url);
    await window.getByLabel(connect.appId).fill(Object(keys).appId);
    await window.getByRole('textbox', { name: connect.appKey }).fill('a-wrong-key');
    await window.getByLabel(connect.redirectUri).fill(Object(login).redirectUri);
    await window.getByLabel(connect.feedUrl).fill(Object(messages).feedUrl);
    await window.getByRole('button', { name: connect.check, exact: true }).click();
    await expect(window.getByText(connect.someFailed(1))).toBeVisible({ timeout: 30_000 });
    await at('first-run-checked', 800, 1500, 'light');
    await at('first-run-checked', 360, 1800, 'dark');

    const dropped = (text: string) =>
      window.evaluate((holding) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([holding], 'd.json'));
        document.body.dispatchEvent(
          new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
        );
      }, text);
    await dropped('{"schema":1,"policy":{}}');
    await expect(window.getByRole('dialog')).toBeVisible();
    await at('proposal-refused', 800, 720, 'light');
    await window.getByRole('button', { name: proposal.close }).click();
    await dropped(JSON.stringify(gateway.deployment()));
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await run.signIn(classTeacher(gateway));
    const policy = { notifications: false };
    await dropped(JSON.stringify(gateway.deployment({ name: '另一所学校', policy })));
    await expect(window.getByRole('dialog')).toBeVisible();
    await at('proposal', 1120, 720, 'light');
    await at('proposal', 360, 640, 'dark');
  });
}

test('the screens with a wrong deployment, and when the login page does not open', async ({
  launch,
}) => {
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
