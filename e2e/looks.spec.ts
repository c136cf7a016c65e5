/**
 * Eight screens beside the pictures that are kept of them (e2e/looks). Two Chromiums draw the same
 * letters differently, and so do two systems: the pictures belong to the runtime they were taken on.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { startGateway } from '../gateway';
import { catalogueOf } from '../i18n/catalogues';
import type { Language } from '../preload/contract';
import { test as base, expect, type Launched } from './app';
import { type Screen, type Size, sizeTo } from './everyScreen';
import { inMain } from './inMain';
import { barOf, classTeacher, loginPage, messageRows, stateOf } from './pages';

/** A Wednesday morning in Wuhan. */
const then = Date.UTC(2026, 2, 18, 2, 30);

/** Where the practice platform's messages are from one day, and days are counted as there. */
const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed.
  gateway: async ({}, use) => {
    const { TZ } = process.env;
    process.env.TZ = 'Asia/Shanghai';
    const gateway = await startGateway({ baseTime: then });
    await use(gateway);
    await gateway.close();
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  },
});

/** Two panes. */
const wide: Size = { width: 960, height: 480, zoom: 1 };

/** Of larger ones the upper part is kept: Chinese text of this size is just below 100 kB. */
const mostPixels = 380_000;

/** Nothing happens by itself while a picture is taken. */
const calm = { session: { heartbeatSeconds: 600 }, messages: { pollSeconds: 600 } };

/** What differs from run to run: ports, and times by the main process's clock. */
async function steady(page: Page, language: Language): Promise<void> {
  const { banner, session } = catalogueOf(language);
  const [since, soon] = language === 'zh-CN' ? ['今天 10:28', 25] : ['today 10:28 AM', 25];
  await page.mouse.move(0, 0);
  await page.evaluate(
    (said) => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      const say = (selector: string, text: string) => {
        const found = document.querySelectorAll(selector);
        for (const element of found) element.textContent = text;
      };
      say('.banner.caution strong', said.since);
      say('.banner.caution .banner-text > span', said.nextTry);
      say('[data-state="unreachable"] .session-lines > span', said.next);
      say('.event-time time', said.at);
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { currentNode: text } = texts;
        if (text instanceof Text)
          text.data = text.data.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:40000');
      }
    },
    {
      since: banner.unreachable.what(since),
      nextTry: banner.unreachable.nextTry(soon),
      next: session.nextTry(soon),
      at: language === 'zh-CN' ? '2026年3月18日 10:28:00' : 'Mar 18, 2026, 10:28:00 AM',
    },
  );
}

/** Compares, and, where there is nothing to compare with, says so. */
async function picturesOf(app: ElectronApplication) {
  const [electron, platform] = await inMain(app, () => [
    String(process.versions.electron),
    `${process.platform}-${process.arch}`,
  ]);
  const runtime = `electron-${electron}-${platform}`;
  const { updateSnapshots } = test.info().config;
  const isKept = existsSync(join(__dirname, 'looks', runtime)) || updateSnapshots !== 'none';
  if (!isKept) {
    console.log(`No pictures for this runtime (${runtime}): \`npm run looks\` takes them.`);
    test.info().annotations.push({ type: 'no pictures for this runtime', description: runtime });
  }
  return async (name: string, page: Page, language: Language) => {
    await steady(page, language);
    if (!isKept) return;
    const [width, height] = await page.evaluate(() => [window.innerWidth, window.innerHeight]);
    const clip = { x: 0, y: 0, width, height: Math.min(height, Math.floor(mostPixels / width)) };
    await expect.soft(page).toHaveScreenshot([runtime, `${name}.png`], { clip });
  };
}

async function openMessages(run: Launched): Promise<void> {
  const { window } = run;
  await window.clock.setFixedTime(then);
  await expect(stateOf(window)).toHaveAttribute('data-state', 'active');
  // By the page's clock, which it reads each second: sent today.
  await expect(window.locator('.row time').first()).toHaveText(/\d:\d\d/);
}

const opened = async ({ window }: Launched) => {
  await window.locator('[data-id]').first().click();
  await expect(window.locator('article.message')).toBeVisible();
};

test('the login bar, the messages and what is said about them, in Chinese', async ({
  launch,
  gateway,
}) => {
  test.setTimeout(180_000);
  const run = await launch({ deployment: calm });
  const { app, window } = run;
  const screen: Screen = { name: 'messages', page: window, app };
  const picture = await picturesOf(app);
  await run.change({ markReadAfterSeconds: null, theme: 'light' });

  await window.getByRole('button', { name: '登录教育云' }).click();
  await loginPage(app, gateway);
  const bar = await barOf(app);
  await expect(bar.getByText('请在下面的页面登录')).toBeAttached();
  await picture('login-bar', bar, 'zh-CN');
  await window.evaluate(() => globalThis.window.staffroom.call('cancelLogin'));

  await run.signIn(classTeacher(gateway));
  await openMessages(run);
  await sizeTo(screen, { width: 360, height: 640, zoom: 1 });
  await picture('messages-narrow', window, 'zh-CN');
  await sizeTo(screen, wide);
  await opened(run);
  await picture('messages-light', window, 'zh-CN');
  await run.change({ theme: 'dark' });
  await picture('messages-dark', window, 'zh-CN');
  await run.change({ theme: 'light' });

  gateway.fault('mark-messages', { kind: 'envelope', code: '300200', text: '该消息已归档' });
  await messageRows(window).nth(1).getByRole('checkbox').check();
  await window.keyboard.press('r');
  await window.getByRole('button', { name: '查看' }).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await window.mouse.move(0, 0);
  await expect(window.getByText('已将 1 条标为已读')).toHaveCount(0, { timeout: 20_000 });
  await picture('refused-marks', window, 'zh-CN');
});

test('the messages, the diagnostics and a platform out of reach, in English', async ({
  launch,
  gateway,
}) => {
  test.setTimeout(180_000);
  const run = await launch({ language: 'en-US', deployment: calm });
  const { app, window } = run;
  const screen: Screen = { name: 'messages', page: window, app };
  const picture = await picturesOf(app);
  await run.change({ markReadAfterSeconds: null, theme: 'light' });
  await run.signIn(classTeacher(gateway));
  await openMessages(run);
  await sizeTo(screen, { width: 720, height: 480, zoom: 1 });
  await picture('messages-medium', window, 'en-US');

  await run.change({ theme: 'dark' });
  await window.getByRole('link', { name: 'Settings' }).click();
  await window.getByRole('link', { name: 'Show diagnostics' }).click();
  await expect(window.getByText('The app started.')).toBeVisible();
  await sizeTo(screen, wide);
  await picture('diagnostics', window, 'en-US');

  await window.getByRole('link', { name: 'Messages' }).click();
  gateway.fault('all', { kind: 'bad-gateway' });
  await window.evaluate(() => globalThis.window.staffroom.call('tryNow'));
  await expect(stateOf(window)).toHaveAttribute('data-state', 'unreachable');
  await opened(run);
  await picture('out-of-reach', window, 'en-US');
});
