/**
 * The main job from beginning to end, for `npm start` where there is no display: the same app, on the
 * practice platform, with a picture of each screen in out/tour/.
 */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { barOf, goTo, loginPage, schoolHead, stateOf, typeIn } from './pages';
import { appRoot } from './runningApp';

test('the tour', async ({ launch, gateway }) => {
  const person = schoolHead(gateway);
  let pictures = 0;
  const picture = async (page: Page, name: string) => {
    pictures += 1;
    const path = join(appRoot, 'out', 'tour', `${pictures}-${name}.png`);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  };

  const { app, window } = await test.step('The app starts on the practice platform', async () => {
    const run = await launch();
    await expect(run.window.getByRole('button', { name: '登录教育云' })).toBeVisible();
    await picture(run.window, 'sign-in');
    return run;
  });

  await test.step(`${person.name} signs in on the platform's own page`, async () => {
    await window.getByRole('button', { name: '登录教育云' }).click();
    const login = await loginPage(app, gateway);
    await expect(login.getByLabel('账号')).toBeVisible();
    await picture(login, 'login-page');
    await picture(await barOf(app), 'login-bar');
    await typeIn(login, person);
    await expect(stateOf(window)).toHaveAttribute('data-state', 'active');
  });

  await test.step('Her profile is shown, with what her roles may do', async () => {
    await goTo(window, '个人资料');
    await expect(window.getByText(person.personId)).toBeVisible();
    await expect(window.getByText(/部门管理/).first()).toBeVisible();
    await picture(window, 'profile');
  });

  await test.step('Her organisations are shown', async () => {
    await goTo(window, '组织');
    await expect(window.getByText('当前', { exact: true })).toBeVisible();
    await picture(window, 'organisations');
  });

  await test.step('Her messages are shown, and one is opened', async () => {
    await goTo(window, '消息');
    await expect(window.getByRole('button', { name: '未读 133' })).toBeVisible();
    await window.locator('[data-id]').first().click();
    await expect(window.locator('article.message')).toBeVisible();
    await picture(window, 'messages');
  });

  await test.step('All 133 unread messages are marked as read, 50 a call', async () => {
    await window.getByRole('button', { name: '未读 133' }).click();
    await window.getByRole('button', { name: '全部标为已读' }).click();
    await expect(window.getByText('已将 133 条标为已读')).toBeVisible();
    await picture(window, 'marked');
    await gateway.until('mark-messages', 3);
    const calls = gateway.journal.filter(({ call }) => call === 'mark-messages');
    expect(calls).toHaveLength(3);
    const unread = gateway.messages(person.personId).filter(({ isRead }) => isRead === 0);
    expect(unread).toEqual([]);
  });

  await test.step('She signs out, and nothing of hers is left on screen', async () => {
    await goTo(window, '设置');
    const signOut = window.getByRole('button', { name: '退出登录' });
    await expect(signOut).toBeVisible();
    await picture(window, 'settings');
    await signOut.click();
    await window.getByRole('dialog').getByRole('button', { name: '退出登录' }).click();
    await expect(window.getByRole('button', { name: '登录教育云' })).toBeVisible();
    await expect(window.getByText(person.name)).toHaveCount(0);
    await picture(window, 'signed-out');
  });
});
