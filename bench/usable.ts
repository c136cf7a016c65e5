/**
 * How long until the app can be used: its list is shown, and a button answers. Playwright has the
 * button pressed, so that these are starts of their own; it holds up ours and the blank window alike.
 */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startApp } from '../e2e/runningApp';
import { catalogueOf } from '../i18n/catalogues';
import { type PlainApp, windowAddress } from './plainStart';

/** Milliseconds from the launch until the page says so. */
async function launchedUntil(
  app: PlainApp,
  happens: (page: Page) => Promise<number>,
): Promise<number> {
  const printed = join(app.userData, 'printed.txt');
  const launchedAt = Date.now();
  const running = await startApp({ ...app, language: 'zh-CN', printed });
  try {
    const page = await running.app.firstWindow();
    // Before that it is another document, which takes the script with it.
    await page.waitForURL(windowAddress, { waitUntil: 'commit' });
    return (await happens(page)) - launchedAt;
  } finally {
    await running.close();
  }
}

/** Of an installation with messages. */
export function usableMs(app: PlainApp): Promise<number> {
  const { messages } = catalogueOf('zh-CN');
  return launchedUntil(app, (page) => page.evaluate(pressAsSoonAsShown, messages.unread));
}

/** Of the blank window, in which there is nothing to press. */
export const paintedMs = (app: PlainApp): Promise<number> =>
  launchedUntil(app, (page) => page.evaluate(untilPainted));

/** Runs in the page, as the next one: they can use nothing from outside themselves. */
async function pressAsSoonAsShown(nameOfButton: string): Promise<number> {
  const patienceMs = 60_000;
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  const until = async <Found>(find: () => Found | null | undefined): Promise<Found> => {
    for (let at = await frame(); ; at = await frame()) {
      const found = find();
      if (found) return found;
      if (at > patienceMs) throw new Error('the app did not become usable');
    }
  };
  await until(() => document.querySelector('[data-id] .row-title')?.textContent?.trim());
  const button = await until(() =>
    [...document.querySelectorAll<HTMLButtonElement>('button.filter')].find(({ textContent }) =>
      textContent?.startsWith(nameOfButton),
    ),
  );
  if (button.ariaPressed === 'true') throw new Error('the button is pressed already');
  button.click();
  await until(() => button.ariaPressed === 'true');
  // What was there in a frame's callback is on screen by the next.
  await frame();
  return performance.timeOrigin + performance.now();
}

async function untilPainted(): Promise<number> {
  const paint = await new Promise<PerformanceEntry>((resolve) => {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry);
    });
    observer.observe({ type: 'paint', buffered: true });
  });
  return performance.timeOrigin + paint.startTime;
}
