/** Every page and dialog of the app, one after the other, for tests that look at all of them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Gateway } from '../gateway';
import { catalogueOf } from '../i18n/catalogues';
import type { Language } from '../preload/contract';
import { expect, type Launched, type LaunchOptions } from './app';
import { inMain } from './inMain';
import { barOf, classTeacher, loginPage, stateOf } from './pages';
import { startUpdateServer } from './updateServer';

export interface Screen {
  /** Such as `messages`; each comes once. */
  readonly name: string;
  readonly page: Page;
  readonly app: ElectronApplication;
}

/** Must leave the page as it was, but for the focus. */
export type Look = (screen: Screen) => Promise<void>;

export interface Visit {
  readonly launch: (options?: LaunchOptions) => Promise<Launched>;
  readonly gateway: Gateway;
  readonly language: Language;
  readonly look: Look;
  /** When each app has started: its window's size, for instance. */
  readonly started?: (run: Launched) => Promise<void>;
}

const refusing = { kind: 'envelope', code: '300200', text: '该消息已归档' } as const;

/** What is there before anybody can sign in. */
export async function visitWithoutDeployment(visit: Visit): Promise<void> {
  const { launch, language, look, started } = visit;
  const none = await launch({ language, deployment: 'none' });
  await started?.(none);
  await expect(none.window.getByRole('heading').first()).toBeVisible();
  await look({ name: 'first run', page: none.window, app: none.app });
  await none.close();

  const deployment = { login: { page: 'http://sso.example.edu.cn' } };
  const wrong = await launch({ language, deployment });
  await started?.(wrong);
  await expect(wrong.window.getByText('login.page', { exact: true })).toBeVisible();
  await look({ name: 'wrong deployment', page: wrong.window, app: wrong.app });
  await wrong.close();
}

/** From signing in to a platform that is out of reach. */
export async function visitWithDeployment(visit: Visit): Promise<void> {
  const { launch, gateway, language, started } = visit;
  const words = catalogueOf(language);
  const { messages } = words;
  // Long enough for a look at each screen: nothing new arrives, nothing fails by itself.
  const run = await launch({
    language,
    consent: 'asked',
    deployment: { session: { heartbeatSeconds: 600 }, messages: { pollSeconds: 600 } },
  });
  await started?.(run);
  const { window, app } = run;
  const look = (name: string) => visit.look({ name, page: window, app });
  const button = (name: string) => window.getByRole('button', { name, exact: true });
  const links = window.getByRole('navigation', { name: words.nav.label }).getByRole('link');
  const rows = window.getByRole('list', { name: messages.listLabel }).getByRole('listitem');

  await expect(button(words.signIn.button)).toBeVisible();
  await look('sign in');
  await button(words.signIn.button).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await look('what is stored');
  await button(words.consent.agree).click();
  await loginPage(app, gateway);
  const bar = await barOf(app);
  await expect(bar.getByText(words.login.shown)).toBeAttached();
  await visit.look({ name: 'login bar', page: bar, app });
  await look('signing in');
  // Not by its button: the click would wait for an answer of the page that it closes.
  await window.evaluate(() => globalThis.window.staffroom.call('cancelLogin'));
  await expect(button(words.signIn.button)).toBeVisible();

  await run.signIn(classTeacher(gateway));
  await expect(stateOf(window)).toHaveAttribute('data-state', 'active');
  await expect(rows.first()).toHaveAttribute('aria-setsize', '342');
  await look('messages');
  await rows.nth(0).locator('.row-open').click();
  await expect(window.locator('article.message')).toBeVisible();
  // It marks itself as read after a moment.
  await expect(window.getByRole('button', { name: messages.markUnread }).first()).toBeVisible();
  await look('opened message');
  await closeMessage(window, messages.back);

  await button(messages.more).click();
  await look('more actions');
  await button(messages.byIds.open).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await look('by ids');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);

  gateway.fault('mark-messages', refusing);
  await rows.nth(1).getByRole('checkbox').check();
  await look('selection');
  await window.keyboard.press('r');
  await expect(window.getByText(messages.refused.count(1))).toBeVisible();
  await look('refused note and toast');
  await button(messages.refused.look).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await look('refused marks');
  await window
    .getByRole('dialog')
    .getByRole('button', { name: messages.refused.discardAll })
    .click();
  await expect(window.getByRole('dialog')).toHaveCount(0);
  gateway.clearFaults();

  await window.getByRole('searchbox').fill('没有这样的消息');
  await expect(window.getByText(messages.search.none)).toBeVisible();
  await look('nothing found');
  await window.getByRole('searchbox').fill('');
  await expect(rows.first()).toBeVisible();

  const pages = ['organisations', 'profile', 'settings'] as const;
  for (const page of pages) {
    await links.filter({ hasText: words.nav[page] }).click();
    await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
    await look(page);
  }
  await button(words.signOut.button).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await look('sign out');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await button(words.forget.button).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await look('forget this computer');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.getByRole('link', { name: words.about.open }).click();
  await expect(window.getByRole('heading', { level: 1, name: words.about.title })).toBeVisible();
  await look('about');
  await links.filter({ hasText: words.nav.settings }).click();
  await window.getByRole('link', { name: words.diagnostics.open }).click();
  await expect(window.getByText(words.diagnostics.started)).toBeVisible();
  await look('diagnostics');

  gateway.fault('all', { kind: 'captive-portal' });
  await window.evaluate(() => globalThis.window.staffroom.call('tryNow'));
  await expect(stateOf(window)).toHaveAttribute('data-state', 'unreachable');
  for (const page of ['messages', ...pages] as const) {
    await links.filter({ hasText: words.nav[page] }).click();
    await look(`${page}, out of reach`);
  }
  gateway.clearFaults();

  await window.evaluate(() => globalThis.window.staffroom.call('tryNow'));
  await expect(stateOf(window)).toHaveAttribute('data-state', 'active');
  gateway.displace(classTeacher(gateway).personId);
  gateway.endSignOn(classTeacher(gateway).personId);
  await window.evaluate(() => globalThis.window.staffroom.call('tryNow'));
  await expect(stateOf(window)).toHaveAttribute('data-state', 'displaced');
  await look('displaced');
  await button(words.banner.displaced.itWasMe).click();
  await expect(window.getByRole('region', { name: words.banner.label })).toHaveCount(0);
  await look('displaced by herself');
  await button(words.session.signInAgain).click();
  await loginPage(app, gateway);
  await expect(stateOf(window)).toHaveAttribute('data-state', 'signing-in');
  await look('signing in again');
}

/** What there is to see of a newer version, by whoever renews this installation. */
export async function visitUpdates({ launch, language, look, started }: Visit): Promise<void> {
  const words = catalogueOf(language);
  const { updates: said } = words;
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-e2e-'));
  const keyFile = join(folder, 'key.pem');
  const appImage = join(folder, 'Staffroom.AppImage');
  await writeFile(appImage, '');
  const server = await startUpdateServer({ keyFile, file: Buffer.alloc(30_000_000) });
  const newer = '0.2.0';

  for (const renewed of ['by others', 'by itself'] as const) {
    server.publish(newer);
    const run = await launch({
      language,
      deployment: { updates: { url: server.url } },
      deploymentOf: 'machine',
      env: { STAFFROOM_UPDATE_KEY: keyFile },
      ...(renewed === 'by itself' && { asAppImage: appImage }),
    });
    await started?.(run);
    const { window, app } = run;
    const card = window.getByRole('region', { name: said.title });
    const press = (name: string) => card.getByRole('button', { name, exact: true }).click();
    const shows = async (text: string, name: string) => {
      await expect(card).toContainText(text);
      await look({ name: `update ${name}`, page: window, app });
    };
    await window.getByRole('link', { name: words.about.open }).click();
    await press(said.check);
    if (renewed === 'by others') {
      await shows(said.announced(newer), 'announced');
    } else {
      await shows(said.download, 'offered');
      server.serveFile('slowly');
      await press(said.download);
      await shows(said.downloading(newer), 'downloading');
      await press(said.cancel);
      server.serveFile('changed');
      await press(said.download);
      await expect(card.locator('.failure')).toBeVisible();
      await shows(said.download, 'refused');
      server.serveFile('whole');
      await press(said.download);
      await shows(said.ready(newer), 'ready');
    }
    await run.close();
  }
  await server.close();
  await rm(folder, { recursive: true });
}

/** Where list and message are one at a time. */
async function closeMessage(window: Page, back: string): Promise<void> {
  const button = window.getByRole('button', { name: back });
  if (await button.isVisible()) await button.click();
}

export interface Size {
  /** Of the window's content, in pixels of the display. */
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

export const usualSize: Size = { width: 1120, height: 720, zoom: 1 };

/** Ends when the page has been laid out anew. */
export async function sizeTo({ app, page }: Screen, { width, height, zoom }: Size): Promise<void> {
  await inMain(
    app,
    ({ BrowserWindow }, to) => {
      const window = BrowserWindow.getAllWindows().find(
        ({ webContents }) => webContents.getURL() === to.url,
      );
      window?.webContents.setZoomFactor(to.zoom);
      window?.setContentSize(to.width, to.height);
    },
    { url: page.url(), width, height, zoom },
  );
  const seen = () => page.evaluate(() => [window.innerWidth, window.innerHeight]);
  await expect.poll(seen).toEqual([width / zoom, height / zoom]);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => drawn(null))));
}
