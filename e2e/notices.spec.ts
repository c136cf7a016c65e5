import type { Page } from '@playwright/test';
import type { NewMessage } from '../gateway';
import type { Settings } from '../preload/contract';
import { test as base, expect, type Launched } from './app';
import type { NotificationDaemon } from './desktop/notifications';
import { inMain } from './inMain';
import { classTeacher, goTo } from './pages';

const polling = { deployment: { messages: { pollSeconds: 1 } } };

const titleOf = ({ app }: Launched) =>
  inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());

const isShown = ({ app }: Launched) =>
  inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());

const hide = ({ app }: Launched) =>
  inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());

const counts = (run: Launched, unread: number) =>
  expect.poll(() => titleOf(run)).toBe(`(${unread}) 教师工作台`);

const change = (page: Page, settings: Partial<Settings>) =>
  page.evaluate((to) => window.staffroom.call('changeSettings', to), settings);

/** Has every message that is unread marked read, as the list's own button does. */
const markAllRead = (page: Page) =>
  page.evaluate(async () => {
    const { staffroom } = window;
    const unread = await staffroom.call('listMessages', { filter: 'unread', search: '' });
    if (unread.ok)
      await staffroom.call('markMessages', { keys: new Uint32Array(unread.value), as: 'read' });
  });

/** The titles of the messages that the page has been asked to open from now on. */
async function wantedFrom(page: Page): Promise<() => Promise<readonly string[]>> {
  const wanted = await page.evaluateHandle(() => {
    const titles: string[] = [];
    window.staffroom.on('wanted', async (now) => {
      if (now === null || now.message === 'unknown') return;
      const message = await window.staffroom.call('readMessage', { key: now.message });
      titles.push(message.ok ? message.value.title : message.failure.kind);
    });
    return titles;
  });
  return () => wanted.jsonValue();
}

const bodiesOf = ({ shown }: NotificationDaemon) => shown.map(({ body }) => body);

interface SignedIn {
  /** Signed in, and all that was there before has been read: it is no news. */
  readonly run: Launched;
  /** One more message for her, from another. */
  add(sender: string, content: string, how?: Pick<NewMessage, 'isRead'>): void;
}

const test = base.extend<SignedIn>({
  // The daemon is there before the app looks for it.
  run: async ({ launch, gateway, notifications: _there }, use) => {
    const run = await launch(polling);
    await run.signIn(classTeacher(gateway));
    await expect
      .poll(() => run.window.evaluate(() => window.staffroom.call('snapshots')))
      .toMatchObject({ value: { inbox: { total: 342, feed: { kind: 'read' } } } });
    await use(run);
  },

  add: async ({ gateway, run: _signedIn }, use) =>
    use((sender, content, how) =>
      gateway.addMessage(classTeacher(gateway).personId, {
        sender: { name: sender },
        body: { msgtype: 'text', text: { content } },
        ...how,
      }),
    ),
});

test('a new message is told with its sender and title, and a click opens it in the window', async ({
  run,
  add,
  notifications,
}) => {
  await goTo(run.window, '设置');
  await hide(run);
  add('王校长', '周五家长会\n请各班主任准备发言。');
  await expect.poll(() => notifications.onScreen()).toHaveLength(1);
  const [notice] = notifications.onScreen();
  // The 342 that were there before her first sign-in are none of it.
  expect(notifications.shown).toEqual([notice]);
  expect(notice).toMatchObject({ title: '王校长', body: '周五家长会' });

  const wanted = await wantedFrom(run.window);
  if (notice) notifications.click(notice);
  await expect.poll(() => isShown(run)).toBe(true);
  await expect.poll(wanted).toEqual(['周五家长会']);
});

test('five that come together have one notice, and a click on it opens the list', async ({
  run,
  add,
  notifications,
}) => {
  await goTo(run.window, '设置');
  await hide(run);
  for (const sender of ['教务处', '校办', '总务处', '图书馆', '教务处']) {
    add(sender, '请查收');
  }
  await expect.poll(() => notifications.shown).toHaveLength(1);
  const [notice] = notifications.shown;
  expect(notice?.title).toBe('5 条新消息');
  expect(notice?.body).toMatch(/^来自.+、.+、.+等$/);

  const wanted = await wantedFrom(run.window);
  if (notice) notifications.click(notice);
  await expect.poll(() => isShown(run)).toBe(true);
  await expect(run.window.getByRole('button', { name: '未读 22' })).toBeVisible();
  // The page that was asked is still there: it was not loaded anew.
  expect(await wanted()).toEqual([]);
});

test('nothing is told that is read already, nor in quiet hours, nor when she wants no notices', async ({
  run,
  add,
  notifications,
}) => {
  await change(run.window, { quietHours: { from: '00:00', to: '00:00' } });
  add('教务处', '夜里来的');
  await counts(run, 18);
  await change(run.window, { quietHours: null, notifications: 'off' });
  add('教务处', '不想听的');
  await counts(run, 19);
  await change(run.window, { notifications: 'on' });
  add('教务处', '别处已读的', { isRead: 1 });
  add('教务处', '要说的');
  await expect.poll(() => bodiesOf(notifications)).toEqual(['要说的']);
  await counts(run, 20);
});

test('title and tray say how many are unread, and marking takes notices along', async ({
  run,
  add,
  tray,
  notifications,
}) => {
  const item = await tray.item();
  await expect.poll(() => item.tooltip()).toContain('17 条未读消息');
  add('教务处', '期中安排');
  await counts(run, 18);
  await expect.poll(() => item.tooltip()).toContain('18 条未读消息');
  await expect.poll(() => notifications.onScreen()).toHaveLength(1);

  await markAllRead(run.window);
  await expect.poll(() => titleOf(run)).toBe('教师工作台');
  await expect.poll(() => item.tooltip()).not.toContain('未读');
  await expect.poll(() => notifications.onScreen()).toEqual([]);
});

test('what came while the app was closed is told at its next start', async ({
  launch,
  run,
  add,
  notifications,
}) => {
  await run.close();
  add('教务处', '昨晚发的');
  await launch(polling);
  await expect.poll(() => bodiesOf(notifications)).toEqual(['昨晚发的']);
});

test('signing out takes notices and count away', async ({ run, add, notifications }) => {
  add('教务处', '期中安排');
  await expect.poll(() => notifications.onScreen()).toHaveLength(1);
  await run.window.evaluate(() => window.staffroom.call('signOut'));
  await expect.poll(() => notifications.onScreen()).toEqual([]);
  await expect.poll(() => titleOf(run)).toBe('教师工作台');
});

test('what a hostile server writes is no markup and turns nothing round', async ({
  add,
  notifications,
}) => {
  const hostile = `<a href="https://evil.example">奖金</a> &amp; \u202efdp.exe\u0007${'很长'.repeat(5_000)}`;
  add('<b>校长</b>\u2066', hostile);
  await expect.poll(() => notifications.shown).toHaveLength(1);
  const [{ title, body } = { title: '', body: '' }] = notifications.shown;
  expect(title).toBe('＜b＞校长＜/b＞');
  expect(body).toContain('＜a href="https://evil.example"＞奖金＜/a＞ ＆amp; \ufffdfdp.exe');
  expect(body).not.toMatch(/[<>&]|[\p{Cc}\p{Cf}]/u);
  expect(body.length).toBeLessThanOrEqual(120);
});
