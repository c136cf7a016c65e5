import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { classTeacher, goTo, organisation } from './pages';

const rows = (window: Page) => window.getByRole('treeitem');
const names = async (window: Page) =>
  (await window.locator('.tree-name').allTextContents()).map((name) => name.trim());
const focused = (window: Page) =>
  window.evaluate(() => document.activeElement?.querySelector('.tree-name')?.textContent?.trim());
const search = (window: Page) => window.getByRole('searchbox', { name: '搜索组织' });

test('a search finds names, types and ids as typed, with what they are in', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  const { window } = run;
  await run.signIn(classTeacher(gateway));
  await goTo(window, '组织');
  await expect(rows(window)).toHaveCount(6);
  await expect(window.getByText('共 6 个')).toBeVisible();

  await window.keyboard.press('/');
  await expect(search(window)).toBeFocused();
  await search(window).pressSequentially('五年级');
  await expect(window.getByText('找到 2 个')).toBeVisible();
  await expect
    .poll(() => names(window))
    .toEqual(['武汉小学', '武汉小学武昌校区', '五年级2班', '五年级3班']);
  expect(await window.locator('mark').allTextContents()).toEqual(['五年级', '五年级']);

  await search(window).fill('部门');
  await expect.poll(() => names(window)).toEqual(['武汉小学', '语文教研组']);
  await search(window).fill('BB6C8A0A');
  await expect(organisation(window, '五年级2班').locator('mark')).toHaveText('bb6c8a0a');
  await search(window).fill('没有的');
  await expect(window.getByText('没有找到“没有的”')).toBeVisible();

  await search(window).press('Escape');
  await expect(rows(window)).toHaveCount(6);
  await search(window).press('Escape');
  expect(await focused(window)).toBe('武汉小学');
});

test('the tree goes by the keyboard, and what is closed stays closed', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  const { window } = run;
  const { keyboard } = window;
  await run.signIn(classTeacher(gateway));
  await goTo(window, '组织');
  const campus = organisation(window, '武汉小学武昌校区');
  await expect(campus).toHaveAttribute('aria-expanded', 'true');
  await rows(window).first().focus();
  const walk = async (...keys: readonly string[]) => {
    for (const key of keys) await keyboard.press(key);
    await expect.poll(() => focused(window)).toBeDefined();
    return focused(window);
  };
  expect(await walk('End')).toBe('四年级1班');
  expect(await walk('ArrowLeft')).toBe('武汉小学武昌校区');
  expect(await walk('ArrowLeft')).toBe('武汉小学武昌校区');
  await expect(campus).toHaveAttribute('aria-expanded', 'false');
  await expect(rows(window)).toHaveCount(3);
  await goTo(window, '个人资料');
  await goTo(window, '组织');
  await expect(rows(window)).toHaveCount(3);
  await window.getByRole('button', { name: '刷新' }).click();
  await expect(window.getByRole('button', { name: '刷新' })).toBeEnabled();
  await expect(rows(window)).toHaveCount(3);

  // A search shows what it found in there all the same.
  await search(window).fill('四年级');
  await expect(organisation(window, '四年级1班')).toBeVisible();
  await search(window).fill('');
  await campus.locator('.twist').click();
  await expect(rows(window)).toHaveCount(6);

  await rows(window).first().focus();
  expect(await walk('ArrowRight', 'ArrowDown')).toBe('武汉小学武昌校区');
  await keyboard.press('Control+C');
  await expect(window.getByText('编号已复制')).toBeVisible();
});

test.describe('with 3 000 classes', () => {
  test.use({ platform: { classes: { xiabing: 3000 } } });

  test('only what is on screen of the tree is there, and all of it can be reached', async ({
    launch,
    gateway,
  }) => {
    const run = await launch();
    const { window } = run;
    await run.signIn(classTeacher(gateway));
    await expect(window.getByRole('button', { name: '全部 342' })).toBeVisible();

    await goTo(window, '组织');
    await expect(window.getByText('共 3,006 个')).toBeVisible();
    expect(await rows(window).count()).toBeLessThan(60);
    await search(window).fill('2024级120班');
    await expect(window.getByText('找到 1 个')).toBeVisible();
    await expect(organisation(window, '2024级120班')).toHaveAttribute('aria-setsize', '1');
    await search(window).fill('');
    await rows(window).first().focus();
    await window.keyboard.press('End');
    await expect.poll(() => focused(window)).toBe('2024级120班');
    await expect(organisation(window, '2024级120班')).toHaveAttribute('aria-setsize', '3002');
  });
});
