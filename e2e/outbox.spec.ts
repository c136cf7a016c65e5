import { expect, test } from './app';
import { classTeacher, goTo, messageRows, schoolHead, stateOf } from './pages';

test('marks made offline wait, are said, and go out when the platform is back', async ({
  launch,
  gateway,
}) => {
  const { window, signIn } = await launch({ deployment: { messages: { pollSeconds: 1 } } });
  const person = classTeacher(gateway);
  await signIn(person);
  const unread = () =>
    gateway.messages(person.personId).filter(({ isRead }) => isRead === 0).length;
  await window.getByRole('button', { name: '未读 17' }).click();
  await expect(messageRows(window).first()).toHaveAttribute('aria-setsize', '17');

  await gateway.down();
  await window.getByRole('button', { name: '全部标为已读' }).click();
  await expect(window.getByText('已将 17 条标为已读')).toBeVisible();
  await expect(window.getByText('17 条标记待发送')).toContainText('已保存在这台电脑上');
  expect(unread()).toBe(17);

  await goTo(window, '设置');
  await window.getByRole('button', { name: '退出登录' }).click();
  const dialog = window.getByRole('dialog', { name: '退出登录？' });
  await expect(dialog).toContainText('还有 17 条标记没有发送到平台');
  await dialog.getByRole('button', { name: '取消' }).click();
  await goTo(window, '消息');

  await gateway.up();
  await expect(window.getByText('条标记待发送')).toHaveCount(0, { timeout: 20_000 });
  await expect.poll(unread).toBe(0);
});

test('where nothing of hers goes to disk she is told that waiting marks can be lost', async ({
  launch,
  gateway,
}) => {
  const { window, signIn } = await launch();
  await window.getByRole('switch', { name: '公用电脑' }).check();
  await signIn(classTeacher(gateway));
  await expect(window.getByRole('button', { name: '未读 17' })).toBeVisible();
  await gateway.down();
  await window.getByRole('button', { name: '全部标为已读' }).click();
  const waiting = window.getByText('17 条标记待发送');
  await expect(waiting).toContainText('这些标记会丢失');
  await expect(waiting).not.toContainText('已保存');
});

test('marks that the platform refuses are listed with its words, sent again or given up', async ({
  launch,
  gateway,
}) => {
  const { window, signIn } = await launch();
  const person = classTeacher(gateway);
  await signIn(person);
  await window.getByRole('button', { name: '未读 17' }).click();
  await expect(messageRows(window).first()).toHaveAttribute('aria-setsize', '17');
  const isRead = (id: string) =>
    gateway.messages(person.personId).find(({ msgId }) => msgId === id)?.isRead;
  const id = String(await messageRows(window).first().locator('[data-id]').getAttribute('data-id'));
  const refusing = { kind: 'envelope', code: '300200', text: '该消息已归档' } as const;

  gateway.fault('mark-messages', refusing);
  await messageRows(window).first().getByRole('checkbox').check();
  await window.keyboard.press('r');
  const note = window.getByText('1 条标记被平台退回');
  await expect(note).toBeVisible();
  await window.getByRole('button', { name: '查看' }).click();
  const dialog = window.getByRole('dialog', { name: '被平台退回的标记' });
  await expect(dialog).toContainText('该消息已归档');
  await expect(dialog).toContainText('标为已读');
  gateway.clearFaults();
  await dialog.getByRole('button', { name: '重试', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(note).toHaveCount(0);
  await expect.poll(() => isRead(id)).toBe(1);

  gateway.fault('mark-messages', refusing);
  const next = String(
    await messageRows(window).first().locator('[data-id]').getAttribute('data-id'),
  );
  await messageRows(window).first().getByRole('checkbox').check();
  await window.keyboard.press('r');
  await expect(note).toBeVisible();
  await expect(window.getByRole('button', { name: '未读 15' })).toBeVisible();
  await window.getByRole('button', { name: '查看' }).click();
  await dialog.getByRole('button', { name: '全部放弃' }).click();
  await expect(note).toHaveCount(0);
  // As the platform has it.
  await expect(window.getByRole('button', { name: '未读 16' })).toBeVisible();
  expect(isRead(next)).toBe(0);
});

test('while the platform refuses everything all waits with its words, to be sent again or let go', async ({
  launch,
  gateway,
}) => {
  const { window, signIn } = await launch();
  const person = classTeacher(gateway);
  await signIn(person);
  await window.getByRole('button', { name: '未读 17' }).click();
  await expect(messageRows(window).first()).toHaveAttribute('aria-setsize', '17');
  gateway.fault('mark-messages', { kind: 'envelope', code: '300200', text: '消息服务维护中' });
  await window.getByRole('button', { name: '全部标为已读' }).click();
  const note = window.getByRole('status').filter({ hasText: '17 条标记待发送' });
  await expect(note).toContainText('消息服务维护中');
  await note.getByRole('button', { name: '重试' }).click();
  await expect(note).toContainText('消息服务维护中');
  await note.getByRole('button', { name: '放弃' }).click();
  await expect(note).toHaveCount(0);
  await expect(window.getByRole('button', { name: '未读 17' })).toBeVisible();
  expect(gateway.messages(person.personId).filter(({ isRead }) => isRead === 0)).toHaveLength(17);
});

test('marks made while the session has ended wait, and go out after the next sign-in', async ({
  launch,
  gateway,
}) => {
  const { window, signIn } = await launch({ deployment: { session: { heartbeatSeconds: 1 } } });
  const person = classTeacher(gateway);
  await signIn(person);
  await expect(window.getByRole('button', { name: '未读 17' })).toBeVisible();
  gateway.endSession(person.personId);
  gateway.endSignOn(person.personId);
  await expect(stateOf(window)).toHaveAttribute('data-state', 'expired');
  await window.getByRole('button', { name: '未读 17' }).click();
  await window.getByRole('button', { name: '全部标为已读' }).click();
  await expect(window.getByText('17 条标记待发送')).toBeVisible();
  expect(gateway.journal.filter(({ call }) => call === 'mark-messages')).toEqual([]);
  await signIn(person);
  await expect(window.getByText('条标记待发送')).toHaveCount(0);
  await expect
    .poll(() => gateway.messages(person.personId).filter(({ isRead }) => isRead === 0))
    .toEqual([]);
});

test('more than 200 marks show how far they have come, in the dialog and above the list', async ({
  launch,
  gateway,
}) => {
  const person = schoolHead(gateway);
  for (let times = 0; times < 150; times += 1) gateway.addMessage(person.personId);
  const unread = gateway.messages(person.personId).filter(({ isRead }) => isRead === 0);
  const all = unread.length;
  expect(all).toBe(133 + 150);
  const { window, signIn } = await launch();
  await signIn(person);
  await expect(window.getByRole('button', { name: `未读 ${all}` })).toBeVisible();
  gateway.fault('mark-messages', { kind: 'hold' });
  await window.getByRole('button', { name: '更多操作' }).click();
  await window.getByRole('button', { name: '按编号标记…' }).click();
  const dialog = window.getByRole('dialog', { name: '按编号标记消息' });
  await dialog
    .getByRole('textbox', { name: '消息编号' })
    .fill(unread.map(({ msgId }) => msgId).join('\n'));
  await dialog.getByRole('button', { name: `标记 ${all} 条` }).click();
  await expect(dialog.getByRole('progressbar', { name: `正在标记 0 / ${all}` })).toBeVisible();
  await dialog.getByRole('button', { name: '在后台继续' }).click();
  const progress = window.getByRole('progressbar', { name: `正在标记 0 / ${all}` });
  await expect(progress).toBeVisible();
  gateway.clearFaults();
  await expect(progress).toHaveCount(0);
  await expect
    .poll(() => gateway.messages(person.personId).every(({ isRead }) => isRead === 1))
    .toBe(true);
});
