import type { Page } from '@playwright/test';
import { catalogueOf } from '../i18n/catalogues';
import { expect, test } from './app';
import { classTeacher, goTo, listed, messageRows, newcomer, stateOf } from './pages';

const words = catalogueOf('zh-CN');

/** How much of the page has moved by itself so far, as Chromium counts it (Layout Instability API). */
const shiftOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += Number(Reflect.get(entry, 'value'));
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // What is buffered is told before the next picture.
        requestAnimationFrame(() =>
          setTimeout(() => {
            observer.disconnect();
            resolve(sum);
          }),
        );
      }),
  );

/** Skeletons breathe; whoever asked for less motion sees them stand. */
const moving = (page: Page) => page.evaluate(() => document.getAnimations().length);

test('while a slow platform answers grey lines stand where text will be, and nothing jumps', async ({
  launch,
  gateway,
}) => {
  const { window, signIn } = await launch();
  gateway.fault('feed', { kind: 'hold' });
  await signIn(classTeacher(gateway));
  await expect(
    window.getByRole('status').filter({ hasText: words.messages.loading }),
  ).toBeVisible();
  expect(await moving(window)).toBeGreaterThan(0);
  await window.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving(window)).toBe(0);
  const before = await shiftOf(window);
  gateway.clearFaults();
  await expect(messageRows(window).first()).toHaveAttribute('aria-setsize', '342');
  expect((await shiftOf(window)) - before).toBeLessThan(0.01);

  // That a jump would be seen: one is made.
  await window.evaluate(() => {
    const pushing = document.createElement('div');
    pushing.style.height = '200px';
    document.body.prepend(pushing);
  });
  await expect.poll(async () => (await shiftOf(window)) - before).toBeGreaterThan(0.01);
});

test('the profile and the organisations, too', async ({ launch, gateway }) => {
  const { window, signIn } = await launch();
  gateway.fault('user-info', { kind: 'hold' });
  await signIn(classTeacher(gateway));
  await goTo(window, '组织');
  await expect(window.getByRole('status').filter({ hasText: words.profile.loading })).toBeVisible();
  await goTo(window, '个人资料');
  await expect(window.getByRole('status').filter({ hasText: words.profile.loading })).toBeVisible();
  const before = await shiftOf(window);
  gateway.clearFaults();
  await expect(window.getByText(classTeacher(gateway).personId)).toBeVisible();
  expect((await shiftOf(window)) - before).toBeLessThan(0.01);
});

test('where there is nothing yet, each page says so', async ({ launch, gateway }) => {
  const { window, signIn } = await launch();
  await signIn(newcomer(gateway));
  await expect(window.getByText(words.messages.emptyTitle)).toBeVisible();
  await goTo(window, '组织');
  await expect(window.getByText(words.organisations.empty)).toBeVisible();
  await goTo(window, '个人资料');
  await expect(window.getByText(words.profile.notSet).first()).toBeVisible();
});

test('where the platform answers with a failure, each page says which and what can be done', async ({
  launch,
  gateway,
}) => {
  const { window, signIn } = await launch();
  gateway.fault('feed', { kind: 'bad-gateway' });
  gateway.fault('user-info', { kind: 'bad-gateway' });
  await signIn(classTeacher(gateway));
  await expect(stateOf(window)).toHaveAttribute('data-state', 'active');
  await expect(window.getByText(words.messages.feedFailed)).toBeVisible();
  await expect(window.getByRole('main')).toContainText('HTTP 502');
  for (const page of ['组织', '个人资料'] as const) {
    await goTo(window, page);
    await expect(window.getByText(words.profile.absentTitle)).toBeVisible();
    await expect(window.getByRole('main')).toContainText('HTTP 502');
  }
});

test('in the colours of the system what is chosen, unread or in focus can still be told', async ({
  launch,
  gateway,
}) => {
  const { window, signIn } = await launch();
  await signIn(classTeacher(gateway));
  await window.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await listed(window, 342);
  await messageRows(window).nth(1).locator('.row-open').click();
  const background = (place: number) =>
    messageRows(window)
      .nth(place)
      .locator('.row-open')
      .evaluate((row) => getComputedStyle(row).backgroundColor);
  expect(await background(1)).not.toBe(await background(2));
  const dot = await messageRows(window)
    .nth(2)
    .evaluate((row) => [
      getComputedStyle(row, '::before').backgroundColor,
      getComputedStyle(row).backgroundColor,
    ]);
  expect(dot[0]).not.toBe(dot[1]);
  await window.keyboard.press('ArrowDown');
  const focus = await messageRows(window)
    .nth(2)
    .locator('.row-open')
    .evaluate((row) => {
      const { outlineColor, outlineStyle, backgroundColor } = getComputedStyle(row);
      return { outlineColor, outlineStyle, backgroundColor };
    });
  expect(focus.outlineStyle).toBe('solid');
  expect(focus.outlineColor).not.toBe(focus.backgroundColor);
});
