/** Finds the app's pages, and signs a practice person in on them. */
import { setTimeout as pause } from 'node:timers/promises';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import type { Gateway, PracticePerson } from '../gateway';
import { catalogueOf } from '../i18n';
import type { Language } from '../preload/contract';

/** Of a page of the app's own, without the one that frames the login page. */
const mainWindowAddress = /^app:\/\/staffroom\/(?!login)/;

const appearMs = 15_000;

/** The app's main window, once its page has been opened. */
export const mainWindow = (app: ElectronApplication) => pageAt(app, mainWindowAddress);

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

/** Signs in as a person does: the button, the platform's own page, and back to the main window. */
export async function signInOn(
  app: ElectronApplication,
  { gateway, person, language }: { gateway: Gateway; person: PracticePerson; language: Language },
): Promise<void> {
  const words = catalogueOf(language);
  const window = await mainWindow(app);
  await window.getByRole('button', { name: words.signIn.button }).click();

  const login = await loginPage(app, gateway);
  await login.getByLabel('账号').fill(person.account);
  await login.getByLabel('密码').fill(person.password);
  await login.getByRole('button', { name: '登录', exact: true }).click();

  await expect(window.getByRole('navigation', { name: words.nav.label })).toBeVisible();
}

/** The platform's login page, in the login window's view. */
export const loginPage = (app: ElectronApplication, gateway: Gateway) =>
  pageAt(app, new RegExp(`^${gateway.url.replaceAll('.', '\\.')}/`));
