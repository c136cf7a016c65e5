import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app';
import { classTeacher, goTo, listed, organisation, stateOf } from './pages';
import { appRoot } from './runningApp';

/** The examples of the platform's documents. */
const documented = (name: string) =>
  JSON.parse(
    readFileSync(join(appRoot, 'main/openapi/fixtures', `${name}.documented.json`), 'utf8'),
  );

test("the documents' person is shown as the documents have her", async ({ launch, gateway }) => {
  const person = classTeacher(gateway);
  const answer = documented('get-user-info');
  answer.result.user_id = person.personId;
  gateway.fault('user-info', { kind: 'merged', patch: answer });
  const run = await launch();
  await run.signIn(person);

  await goTo(run.window, '组织');
  const tree = run.window.getByRole('tree');
  await expect(tree).toContainText('财务部二层');
  await expect(tree).toContainText('武汉小学武昌校区');
  const ofClass = organisation(run.window, '五年级2班');
  await expect(ofClass).toContainText('SUB7');
  await expect(ofClass.getByText('班主任')).toBeVisible();
  await expect(ofClass.getByText('班长')).toBeVisible();
  await expect(organisation(run.window, '武汉市教育局')).toBeVisible();

  await goTo(run.window, '个人资料');
  await expect(run.window.getByText('应用管理：1、4')).toBeVisible();
  // Its addresses are empty.
  await expect(run.window.locator('.person-card .avatar')).toHaveText('夏冰');
  await expect(run.window.getByText('lm650730').first()).toBeVisible();
  await expect(run.window.getByText('888888 › 420100')).toBeVisible();
});

test("the documents' heartbeat and token keep her signed in", async ({ launch, gateway }) => {
  const person = classTeacher(gateway);
  const heartbeat = documented('heartbeat');
  heartbeat.result.user_id = person.personId;
  gateway.fault('heartbeat', { kind: 'merged', patch: heartbeat });
  const { data } = documented('get-oauth-token');
  gateway.fault('oauth-token', { kind: 'merged', patch: { data: { expiry: data.expiry } } });
  const run = await launch({ deployment: { session: { heartbeatSeconds: 1 } } });
  await run.signIn(person);
  await gateway.until('heartbeat', 3);
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');
});

test("the documents' three kinds of message are shown, each in its own way", async ({
  launch,
  gateway,
}) => {
  const person = classTeacher(gateway);
  const bodies = documented('message-bodies');
  const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
  gateway.addMessage(person.personId, { body: bodies.text, sentAt: soon(60) });
  gateway.addMessage(person.personId, { body: bodies.link, sentAt: soon(120) });
  gateway.addMessage(person.personId, { body: bodies.oa, sentAt: soon(180) });
  const run = await launch();
  await run.signIn(person);
  await listed(run.window, 345);
  const pane = run.window.getByRole('region', { name: '阅读消息' });
  const rows = run.window.locator('[data-id]');

  await rows.nth(0).click();
  await expect(pane.getByRole('heading', { name: '五年级2班调课' }).first()).toBeVisible();
  for (const words of [
    '调课通知',
    '周三第2节与周五第1节对调',
    '班级',
    '语文',
    '教务处',
    '附件 2 个',
  ]) {
    await expect(pane).toContainText(words);
  }

  await rows.nth(1).click();
  await expect(pane).toContainText('百度一下');
  // Its picture is named by its host, and not loaded from there.
  await expect(pane).toContainText('xxx.yyy.com');
  await expect(pane.locator('img')).toHaveCount(0);

  await rows.nth(2).click();
  await expect(pane).toContainText('zhxy msg text test 12');
});

test("the documents' marking is what the app sends", async ({ launch, gateway }) => {
  const { request } = documented('mod-msg-status');
  const run = await launch({ deployment: { messages: { platformCode: request.platformCode } } });
  const person = classTeacher(gateway);
  await run.signIn(person);
  // What the platform has as read already would not be sent.
  const [message] = gateway.messages(person.personId).filter(({ isRead }) => isRead === 0);
  await run.window.getByRole('button', { name: '更多操作' }).click();
  await run.window.getByRole('button', { name: '按编号标记…' }).click();
  await run.window.getByRole('textbox', { name: '消息编号' }).fill(String(message?.msgId));
  await run.window.getByRole('button', { name: '标记 1 条' }).click();
  await expect(run.window.getByText('已将 1 条标为已读')).toBeVisible();
  const [sent] = await gateway.until('mark-messages', 1);
  expect(sent?.body).toEqual({ ...request, publisherId: person.personId, msgId: [message?.msgId] });
});
