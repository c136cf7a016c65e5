/** Finds the app's pages, and signs a practice person in on them. */
import { setTimeout as pause } from 'node:timers/promises';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import type { Gateway, PracticePerson } from '../gateway';
import { catalogueOf } from '../i18n/catalogues';
import type { Language, Settings } from '../preload/contract';

/** Of a page of the app's own, without the one that frames the login page. */
const mainWindowAddress = /^app:\/\/staffroom\/(?!login)/;

const appearMs = 15_000;

/** The app's main window, once it shows more than its first picture. */
export async function mainWindow(app: ElectronApplication): Promise<Page> {
  const window = await pageAt(app, mainWindowAddress);
  await window.locator('#app > :not(svg)').first().waitFor({ state: 'attached' });
  return window;
}

/** The page with such an address, in whichever window or view of the app; waits for one. */
export async function pageAt(app: ElectronApplication, address: RegExp): Promise<Page> {
  const deadline = Date.now() + appearMs;
  for (;;) {
    const open = app.windows().filter((page) => !page.isClosed());
    const page = open.find((one) => address.test(one.url()));
    if (page) return page;
    if (Date.now() > deadline) {
      const addresses = open.map((one) => one.url().split(/[?#]/)[0]).join(', ');
      throw new Error(`No page at ${address} within ${appearMs} ms, only: ${addresses}`);
    }
    // Playwright has an event for a page that is created, and none for one that goes elsewhere.
    await pause(50);
  }
}

export interface SigningIn {
  readonly gateway: Gateway;
  readonly person: PracticePerson;
  readonly language: Language;
}

/** As a person does: the button, and the platform's own page. */
export async function fillInOn(
  app: ElectronApplication,
  { gateway, person, language }: SigningIn,
): Promise<void> {
  const { signIn, session, consent } = catalogueOf(language);
  const window = await mainWindow(app);
  const either = new RegExp(`^(${signIn.button}|${session.signInAgain})$`);
  const answer = await window.evaluate(() => globalThis.window.staffroom.call('snapshots'));
  await window.getByRole('button', { name: either }).first().click();
  const mustAgree =
    answer.ok &&
    answer.value.settings.storing === 'to-ask' &&
    answer.value.sharing.computer === 'own';
  if (mustAgree) await window.getByRole('button', { name: consent.agree }).click();
  await typeIn(await loginPage(app, gateway), person);
}

/** Account and password on the platform's page. */
export async function typeIn(login: Page, person: PracticePerson): Promise<void> {
  await login.getByLabel('账号').fill(person.account);
  await login.getByLabel('密码').fill(person.password);
  await login.getByRole('button', { name: '登录', exact: true }).click();
}

/** Ends when the main window shows what is hers, with the session alive. */
export async function signInOn(app: ElectronApplication, signingIn: SigningIn): Promise<void> {
  await fillInOn(app, signingIn);
  const window = await mainWindow(app);
  const { nav } = catalogueOf(signingIn.language);
  await expect(window.getByRole('navigation', { name: nav.label })).toBeVisible();
}

/** The platform's login page, in the login window's view. */
export const loginPage = (app: ElectronApplication, gateway: Gateway) =>
  pageAt(app, new RegExp(`^${gateway.url.replaceAll('.', '\\.')}/`));

/** The same, once the main window's button has opened it. */
export async function openLoginPage(
  { app, window }: { readonly app: ElectronApplication; readonly window: Page },
  gateway: Gateway,
): Promise<Page> {
  await window.getByRole('button', { name: '登录教育云' }).click();
  return loginPage(app, gateway);
}

/** The page of ours that frames the login page. */
export const barOf = (app: ElectronApplication) => pageAt(app, /^app:\/\/staffroom\/login/);

/** The rail's foot; its `data-state` is the kind of the session's state. */
export const stateOf = (window: Page) => window.locator('.session-foot');

/** Goes to a page of the main window by its link. */
export const goTo = (window: Page, name: '消息' | '组织' | '个人资料' | '设置') =>
  window.getByRole('link', { name }).click();

/** As the settings page does. */
export async function changeSettings(window: Page, change: Partial<Settings>): Promise<void> {
  const answer = await window.evaluate(
    (wanted) => globalThis.window.staffroom.call('changeSettings', wanted),
    change,
  );
  expect(answer.ok).toBe(true);
}

/** The rows that are rendered: those on screen, and some above and below. */
export const messageRows = (window: Page) =>
  window.getByRole('list', { name: '消息列表' }).getByRole('listitem');

/**
 * Ends when her list is read and shows so many: the feed comes in pages, with the newest last, and the
 * head counts before the list has been read anew.
 */
export async function listed(window: Page, total: number): Promise<void> {
  await expect(window.getByRole('button', { name: `全部 ${total}` })).toBeVisible();
  await showing(window, total);
}

/** Ends when the list shows so many rows, be it of all or of those that a filter leaves. */
export const showing = (window: Page, rows: number) =>
  expect(messageRows(window).first()).toHaveAttribute('aria-setsize', String(rows));

export const readingPane = (window: Page) => window.getByRole('region', { name: '阅读消息' });

/** The row of an organisation, by how its name begins. */
export const organisation = (window: Page, name: string) =>
  window.getByRole('treeitem', { name: new RegExp(`^${name} `) });

export const classTeacher = (gateway: Gateway) => personCalled(gateway, 'xiabing');
export const schoolHead = (gateway: Gateway) => personCalled(gateway, 'chenzhiyuan');
export const newcomer = (gateway: Gateway) => personCalled(gateway, 'wujing');

function personCalled(gateway: Gateway, account: string): Gateway['people'][number] {
  const person = gateway.people.find((one) => one.account === account);
  if (person === undefined) throw new Error(`nobody is called ${account}`);
  return person;
}

/** Every state the window shows from now on, in order, without repetition. */
export async function statesShownBy(window: Page): Promise<() => Promise<readonly string[]>> {
  const shown = await stateOf(window).evaluateHandle((foot) => {
    const seen = [foot.getAttribute('data-state') ?? ''];
    new MutationObserver(() => {
      const now = foot.getAttribute('data-state') ?? '';
      if (now !== seen.at(-1)) seen.push(now);
    }).observe(foot, { attributes: true, attributeFilter: ['data-state'] });
    return seen;
  });
  return () => shown.jsonValue();
}
