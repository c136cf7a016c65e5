import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { inMain } from './inMain';
import { messagesFile } from './messagesFile';
import { classTeacher, goTo, listed, messageRows, readingPane } from './pages';

const rowAt = (window: Page, place: number) =>
  window.locator(`.row[aria-posinset="${place}"] .row-open`);
const selected = (window: Page, count: number) =>
  expect(window.getByText(`已选 ${count} 条`, { exact: true })).toBeVisible();
const noneSelected = (window: Page) => expect(window.getByText(/^已选/)).toHaveCount(0);
const everything = (window: Page) => listed(window, 342);

test('the keyboard goes through the list, opens, marks and searches', async ({
  launch,
  gateway,
}) => {
  const { window, signIn, change } = await launch();
  const person = classTeacher(gateway);
  await signIn(person);
  await everything(window);
  await change({ markReadAfterSeconds: null });
  const pane = readingPane(window);
  const isRead = (id: string | null) =>
    gateway.messages(person.personId).find(({ msgId }) => msgId === id)?.isRead;

  await window.keyboard.press('j');
  await expect(rowAt(window, 1)).toHaveAttribute('aria-current', 'true');
  await window.keyboard.press('j');
  await expect(rowAt(window, 2)).toHaveAttribute('aria-current', 'true');
  await expect(rowAt(window, 2)).toBeFocused();
  await expect(pane.locator('article')).toBeVisible();
  const second = await rowAt(window, 2).getAttribute('data-id');
  await window.keyboard.press('r');
  await expect.poll(() => isRead(second)).toBe(1);
  await window.keyboard.press('u');
  await expect.poll(() => isRead(second)).toBe(0);
  await window.keyboard.press('k');
  await expect(rowAt(window, 1)).toHaveAttribute('aria-current', 'true');

  // To a row that was never loaded, and the rows around it are read.
  await window.keyboard.press('End');
  await expect(rowAt(window, 342)).toBeFocused();
  await expect(rowAt(window, 342)).toHaveAttribute('data-id', /./);
  await window.keyboard.press('PageUp');
  await expect(rowAt(window, 342)).not.toBeFocused();
  await window.keyboard.press('Home');
  await expect(rowAt(window, 1)).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await expect(rowAt(window, 2)).toBeFocused();

  // Scrolled away, the row keeps the keyboard.
  await window.locator('.list-scroll').evaluate((list) => list.scrollTo(0, 9000));
  await expect(rowAt(window, 110)).toBeVisible();
  await expect(rowAt(window, 2)).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await expect(rowAt(window, 3)).toBeFocused();
  await expect(rowAt(window, 3)).toBeInViewport({ ratio: 1 });

  // While she types, letters are letters.
  await window.keyboard.press('/');
  await expect(window.getByRole('searchbox', { name: '搜索消息' })).toBeFocused();
  await window.keyboard.type('jru');
  await expect(window.getByRole('searchbox')).toHaveValue('jru');
  await expect(window.getByText('没有找到“jru”')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('searchbox')).toHaveValue('');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('searchbox')).not.toBeFocused();
});

test('messages are selected as in a mail client, also those never on screen', async ({
  launch,
  gateway,
}) => {
  const { window, signIn, change } = await launch();
  await signIn(classTeacher(gateway));
  await everything(window);
  await change({ markReadAfterSeconds: null });

  await rowAt(window, 2).click();
  await rowAt(window, 4).click({ modifiers: ['Shift'] });
  await selected(window, 3);
  await rowAt(window, 3).click({ modifiers: ['Control'] });
  await selected(window, 2);
  await rowAt(window, 1).click();
  await noneSelected(window);

  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await selected(window, 3);
  await window.keyboard.press('Shift+ArrowUp');
  await selected(window, 2);
  await window.keyboard.press('Shift+End');
  await selected(window, 342);
  await window.keyboard.press('Escape');
  await noneSelected(window);

  await window.keyboard.press('Control+a');
  await selected(window, 342);
  await window.keyboard.press('r');
  await expect(window.getByText('已将 17 条标为已读')).toBeVisible();
  await noneSelected(window);
  await expect(window.getByRole('button', { name: '未读 0' })).toBeVisible();
});

test('a mark is taken back for exactly those it changed, with Ctrl+Z or the button', async ({
  launch,
  gateway,
}) => {
  const { window, signIn } = await launch();
  const person = classTeacher(gateway);
  await signIn(person);
  await everything(window);
  const unread = () =>
    gateway
      .messages(person.personId)
      .filter(({ isRead }) => isRead === 0)
      .map(({ msgId }) => msgId);
  const before = unread();

  await window.getByRole('button', { name: '全部标为已读' }).click();
  await expect(window.getByText('已将 17 条标为已读')).toBeVisible();
  await expect.poll(unread).toEqual([]);
  await window.keyboard.press('Control+z');
  await expect(window.getByText('已撤销')).toBeVisible();
  await expect.poll(unread).toEqual(before);

  await window.getByRole('button', { name: '全部标为已读' }).click();
  await window.getByRole('button', { name: '撤销' }).click();
  await expect(window.getByRole('button', { name: '未读 17' })).toBeVisible();
});

test('the offer to take back stays eight seconds, and longer while it is pointed at', async ({
  launch,
  gateway,
}) => {
  const { window, signIn } = await launch();
  await signIn(classTeacher(gateway));
  await everything(window);
  await window.clock.install();
  await window.getByRole('button', { name: '全部标为已读' }).click();
  const undo = window.getByRole('button', { name: '撤销' });
  await expect(undo).toBeVisible();
  await window.clock.fastForward(4000);
  await expect(undo).toBeVisible();
  await undo.hover();
  await window.clock.fastForward(20_000);
  await expect(undo).toBeVisible();
  await window.getByRole('searchbox').hover();
  await window.clock.fastForward(8000);
  await expect(undo).toHaveCount(0);
});

test('an opened message counts as read after its time, unless she says otherwise', async ({
  launch,
  gateway,
}) => {
  const { window, signIn, change } = await launch();
  const person = classTeacher(gateway);
  await signIn(person);
  await everything(window);
  // Long enough to be seen before it has passed.
  await change({ markReadAfterSeconds: 3 });
  const pane = readingPane(window);
  const opened = Date.now();
  await rowAt(window, 1).click();
  await expect(pane.getByRole('button', { name: '标为已读' })).toBeVisible();
  await expect(pane.getByRole('button', { name: '标为未读' })).toBeVisible();
  expect(Date.now() - opened).toBeGreaterThanOrEqual(3000);
  await expect(window.getByText(/^已将/)).toHaveCount(0);
  await gateway.until('mark-messages', 1);

  // Marked back by hand, it stays so, however long it stays open.
  await window.keyboard.press('u');
  await expect(pane.getByRole('button', { name: '标为已读' })).toBeVisible();
  // Nothing is to happen: there is nothing to wait for but the time it would have taken.
  await pause(3500);
  await expect(pane.getByRole('button', { name: '标为已读' })).toBeVisible();

  await change({ markReadAfterSeconds: null });
  await rowAt(window, 2).click();
  await expect(pane.getByRole('button', { name: '标为已读' })).toBeVisible();
  await pause(3500);
  await expect(pane.getByRole('button', { name: '标为已读' })).toBeVisible();
  await expect(window.getByRole('button', { name: '未读 17' })).toBeVisible();
});

test('what is read in the list of unread ones stays there until another is opened', async ({
  launch,
  gateway,
}) => {
  const { window, signIn, change } = await launch();
  await signIn(classTeacher(gateway));
  await everything(window);
  await change({ markReadAfterSeconds: 0 });
  await window.getByRole('button', { name: '未读 17' }).click();
  await expect(messageRows(window).first()).toHaveAttribute('aria-setsize', '17');
  await window.keyboard.press('j');
  await expect(window.getByRole('button', { name: '未读 16' })).toBeVisible();
  await expect(rowAt(window, 1)).toHaveAttribute('aria-current', 'true');
  await window.keyboard.press('j');
  await expect(window.getByRole('button', { name: '未读 15' })).toBeVisible();
  await expect(messageRows(window).first()).toHaveAttribute('aria-setsize', '16');
  await expect(rowAt(window, 1)).toHaveAttribute('aria-current', 'true');
});

test('a search finds as she types, in sender, title and text', async ({ launch, gateway }) => {
  const person = classTeacher(gateway);
  const later = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
  const text = (content: string) => ({ msgtype: 'text', text: { content } });
  gateway.addMessage(person.personId, { sentAt: later(60), body: text('请交蓝鲸计划的总结') });
  gateway.addMessage(person.personId, {
    sentAt: later(120),
    sender: { id: 'x', name: '蓝鲸项目组' },
    body: text('明天开会'),
  });
  const { window, signIn } = await launch();
  await signIn(person);
  await expect(window.getByRole('button', { name: '全部 344' })).toBeVisible();
  const field = window.getByRole('searchbox', { name: '搜索消息' });
  await field.pressSequentially('蓝鲸');
  await expect(window.getByText('2 条', { exact: true })).toBeVisible();
  await expect(messageRows(window)).toHaveCount(2);
  await field.pressSequentially(' 总结');
  await expect(window.getByText('1 条', { exact: true })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(rowAt(window, 1)).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(readingPane(window)).toContainText('请交蓝鲸计划的总结');
  await window.getByRole('button', { name: '清空搜索' }).click();
  await expect(messageRows(window).first()).toHaveAttribute('aria-setsize', '344');

  await field.fill('没有的词');
  await expect(window.getByText('没有找到“没有的词”')).toBeVisible();
});

test('the list is where she left it when she comes back from another page', async ({
  launch,
  gateway,
}) => {
  const { window, signIn } = await launch();
  await signIn(classTeacher(gateway));
  await everything(window);
  await window.locator('.list-scroll').evaluate((list) => list.scrollTo(0, 9000));
  await expect(rowAt(window, 105)).toBeInViewport();
  await goTo(window, '组织');
  await expect(window.locator('.list-scroll')).toHaveCount(0);
  await goTo(window, '消息');
  await expect(rowAt(window, 105)).toBeInViewport();
});

test('new messages above leave the list where she is', async ({ launch, gateway }) => {
  const { window, signIn } = await launch({ deployment: { messages: { pollSeconds: 1 } } });
  const person = classTeacher(gateway);
  await signIn(person);
  await everything(window);
  await window.locator('.list-scroll').evaluate((list) => list.scrollTo(0, 9000));
  const row = rowAt(window, 105);
  await expect(row).toHaveAttribute('data-id', /./);
  const id = await row.getAttribute('data-id');
  await row.focus();
  const there = await row.boundingBox();
  for (let times = 1; times <= 3; times += 1) {
    gateway.addMessage(person.personId, {
      sentAt: new Date(Date.now() + times * 60_000).toISOString(),
    });
  }
  await expect(window.getByRole('button', { name: '全部 345' })).toBeVisible();
  const same = rowAt(window, 108);
  await expect(same).toHaveAttribute('data-id', String(id));
  await expect(same).toBeFocused();
  expect(await same.boundingBox()).toEqual(there);
});

test('a long text is shown in portions, and hostile characters stay in their place', async ({
  launch,
  gateway,
}) => {
  const person = classTeacher(gateway);
  const soon = new Date(Date.now() + 60_000).toISOString();
  const content = `\u202e<b>粗</b> ${'很长的通知。'.repeat(150_000)}`;
  gateway.addMessage(person.personId, {
    sentAt: soon,
    sender: { id: 'x', name: '教务处\u202e' },
    body: { msgtype: 'text', text: { content } },
  });
  const { window, signIn } = await launch();
  await signIn(person);
  await listed(window, 343);
  await rowAt(window, 1).click();
  const pane = readingPane(window);
  await expect(pane.getByRole('article')).toContainText('<b>粗</b>');
  const length = () => pane.locator('.prose').evaluate((text) => text.textContent.length);
  expect(await length()).toBe(20_000);
  await pane.getByRole('button', { name: '显示更多' }).click();
  await expect.poll(length).toBe(40_000);
});

test('a notice’s message is opened, whatever page and list she left', async ({
  launch,
  gateway,
  notifications,
}) => {
  const { window, signIn, app } = await launch({ deployment: { messages: { pollSeconds: 1 } } });
  const person = classTeacher(gateway);
  await signIn(person);
  await everything(window);
  await window.getByRole('button', { name: '未读 17' }).click();
  await window.getByRole('searchbox').fill('没有的词');
  await expect(window.getByText('没有找到“没有的词”')).toBeVisible();
  await goTo(window, '设置');
  await inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  gateway.addMessage(person.personId, {
    body: { msgtype: 'text', text: { content: '请到办公室来一下。' } },
  });
  await expect.poll(() => notifications.onScreen()).toHaveLength(1);
  const [notice] = notifications.onScreen();
  if (notice) notifications.click(notice);

  await expect(readingPane(window)).toContainText('请到办公室来一下。');
  await expect(window.getByRole('searchbox')).toHaveValue('');
  await expect(rowAt(window, 1)).toHaveAttribute('aria-current', 'true');
  await expect(rowAt(window, 1)).toBeInViewport();
});

test('a list that could not be read is read again when she asks', async ({
  launch,
  gateway,
  userData,
}) => {
  const { window, signIn } = await launch({ deployment: { messages: { pollSeconds: 600 } } });
  await signIn(classTeacher(gateway));
  await everything(window);
  const file = new DatabaseSync(messagesFile(userData));
  const failed = window.getByText('没能读取消息列表');

  file.exec('ALTER TABLE message RENAME TO away');
  await window.getByRole('button', { name: '未读 17' }).click();
  await expect(failed).toBeVisible();
  await window.getByRole('button', { name: '重试' }).click();
  await expect(failed).toBeVisible();
  file.exec('ALTER TABLE away RENAME TO message');
  await window.getByRole('button', { name: '重试' }).click();
  await expect(messageRows(window).first()).toHaveAttribute('aria-setsize', '17');
  file.close();
});
