import type { JournalEntry } from '../gateway';
import { expect, test } from './app';
import { browserAddresses } from './browser';
import { classTeacher, listed, messageRows, readingPane, schoolHead } from './pages';

const markCalls = (journal: readonly JournalEntry[]) =>
  journal
    .filter(({ call }) => call === 'mark-messages')
    .map(({ body }) => body as { msgId: string[] });

test('120 messages are marked read in three calls of at most 50, and the platform has them', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  const person = schoolHead(gateway);
  await run.signIn(person);
  const unread = gateway
    .messages(person.personId)
    .filter(({ isRead }) => isRead === 0)
    .slice(0, 120)
    .map(({ msgId }) => msgId);
  expect(unread).toHaveLength(120);
  await expect(run.window.getByRole('button', { name: '未读 133' })).toBeVisible();

  await run.window.getByRole('button', { name: '更多操作' }).click();
  await run.window.getByRole('button', { name: '按编号标记…' }).click();
  const dialog = run.window.getByRole('dialog', { name: '按编号标记消息' });
  await dialog.getByRole('textbox', { name: '消息编号' }).fill(unread.join('，\n'));
  await expect(dialog).toContainText('120 个不同的编号');
  await dialog.getByRole('button', { name: '标记 120 条' }).click();
  await expect(run.window.getByText('已将 120 条标为已读')).toBeVisible();
  await expect(run.window.getByRole('button', { name: '未读 13' })).toBeVisible();

  await gateway.until('mark-messages', 3);
  const sizes = markCalls(gateway.journal).map(({ msgId }) => msgId.length);
  expect(sizes.toSorted((a, b) => b - a)).toEqual([50, 50, 20]);
  const isRead = new Map(gateway.messages(person.personId).map((one) => [one.msgId, one.isRead]));
  expect(unread.filter((id) => isRead.get(id) !== 1)).toEqual([]);
});

test('all that are shown are marked read with one button', async ({ launch, gateway }) => {
  const run = await launch();
  const person = classTeacher(gateway);
  await run.signIn(person);
  await run.window.getByRole('button', { name: '未读 17' }).click();
  await expect(messageRows(run.window).first()).toHaveAttribute('aria-setsize', '17');
  await run.window.getByRole('button', { name: '全部标为已读' }).click();
  await expect(run.window.getByText('已将 17 条标为已读')).toBeVisible();
  await expect(run.window.getByText('没有未读消息', { exact: true })).toBeVisible();
  await gateway.until('mark-messages', 1);
  expect(gateway.messages(person.personId).filter(({ isRead }) => isRead === 0)).toEqual([]);
});

test('one message is read, marked and marked back; selected ones are marked together', async ({
  launch,
  gateway,
}) => {
  const run = await launch();
  const person = classTeacher(gateway);
  await run.signIn(person);
  await listed(run.window, 342);
  await run.change({ markReadAfterSeconds: null });
  const rows = messageRows(run.window);
  const id = String(await rows.first().locator('[data-id]').getAttribute('data-id'));
  const isRead = () => gateway.messages(person.personId).find(({ msgId }) => msgId === id)?.isRead;

  await rows.first().locator('[data-id]').click();
  const pane = readingPane(run.window);
  await pane.getByRole('button', { name: '标为已读' }).click();
  await expect(pane.getByRole('button', { name: '标为未读' })).toBeVisible();
  await expect.poll(isRead).toBe(1);
  await pane.getByRole('button', { name: '标为未读' }).click();
  await expect(pane.getByRole('button', { name: '标为已读' })).toBeVisible();
  await expect.poll(isRead).toBe(0);

  gateway.clearJournal();
  await rows.nth(0).getByRole('checkbox').check();
  await rows.nth(1).getByRole('checkbox').check();
  await run.window.getByRole('button', { name: '标为已读' }).first().click();
  await expect(run.window.getByText('已将 2 条标为已读')).toBeVisible();
  await gateway.until('mark-messages', 1);
  expect(markCalls(gateway.journal).map(({ msgId }) => msgId.length)).toEqual([2]);
});

test('a link opens in the system’s browser, and the window stays where it is', async ({
  launch,
  gateway,
}) => {
  const person = classTeacher(gateway);
  gateway.addMessage(person.personId, {
    sentAt: new Date(Date.now() + 60_000).toISOString(),
    body: { msgtype: 'text', text: { content: '请看 https://school.example/notice?id=7 。' } },
  });
  const run = await launch();
  const opened = await browserAddresses(run.app);
  await run.signIn(person);
  await run.window.getByText('请看 https://school.example').first().click();
  const pane = readingPane(run.window);
  await pane.getByRole('link', { name: 'https://school.example/notice?id=7' }).click();
  await expect.poll(opened).toEqual(['https://school.example/notice?id=7']);
  expect(run.window.url()).toContain('app://staffroom/');
});

test('what is no web address is never opened', async ({ launch, gateway }) => {
  const run = await launch();
  const opened = await browserAddresses(run.app);
  await run.signIn(classTeacher(gateway));
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'staffroom://x', 'smb://h/s']) {
    const outcome = await run.window.evaluate(
      (address) => window.staffroom.call('openLink', { url: address }),
      url,
    );
    expect(outcome).toEqual({ ok: false, failure: { kind: 'invalid-argument', argument: 'url' } });
  }
  expect(await opened()).toEqual([]);
});

test('without a feed there is a way to mark by ids, and no empty list', async ({
  launch,
  gateway,
}) => {
  const run = await launch({ deployment: { messages: { feedUrl: null } } });
  const person = classTeacher(gateway);
  await run.signIn(person);
  await expect(run.window.getByText('这里看不到消息列表')).toBeVisible();
  await run.window.getByRole('button', { name: '按编号标记…' }).click();
  const [message] = gateway.messages(person.personId).filter(({ isRead }) => isRead === 0);
  const dialog = run.window.getByRole('dialog', { name: '按编号标记消息' });
  await dialog.getByRole('textbox', { name: '消息编号' }).fill(String(message?.msgId));
  await dialog.getByRole('button', { name: '标记 1 条' }).click();
  await expect(run.window.getByText('已将 1 条标为已读')).toBeVisible();
});

test('what can be taken back goes with her when she signs out', async ({ launch, gateway }) => {
  const run = await launch();
  await run.signIn(classTeacher(gateway));
  await expect(run.window.getByRole('button', { name: '未读 17' })).toBeVisible();
  await run.window.getByRole('button', { name: '全部标为已读' }).click();
  const undo = run.window.getByRole('button', { name: '撤销' });
  await expect(undo).toBeVisible();
  await undo.hover();
  await run.window.evaluate(() => window.staffroom.call('signOut'));
  await expect(run.window.getByRole('button', { name: '登录教育云' })).toBeVisible();
  await expect(undo).toHaveCount(0);
});
