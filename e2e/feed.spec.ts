/** The message feed, as it comes and as it goes wrong. */
import type { Gateway } from '../gateway';
import { expect, test } from './app';
import { classTeacher, messageRows, newcomer, stateOf } from './pages';

const feedCalls = (gateway: Gateway) => gateway.journal.filter(({ call }) => call === 'feed');
const often = { messages: { pollSeconds: 1 } };

test('a new message and a mark made elsewhere show by themselves', async ({ launch, gateway }) => {
  const { window, signIn } = await launch({ deployment: often });
  const person = classTeacher(gateway);
  await signIn(person);
  await expect(window.getByRole('button', { name: '未读 17' })).toBeVisible();
  gateway.addMessage(person.personId, {
    sentAt: new Date(Date.now() + 60_000).toISOString(),
    sender: { name: '鲸鱼书屋' },
  });
  await expect(window.getByRole('button', { name: '未读 18' })).toBeVisible();
  await expect(messageRows(window).first()).toContainText('鲸鱼书屋');
  const unread = gateway.messages(person.personId).filter(({ isRead }) => isRead === 0);
  const ids = unread.map(({ msgId }) => msgId);
  gateway.markMessages(person.personId, ids, 1);
  await expect(window.getByRole('button', { name: '未读 0' })).toBeVisible();
});

test('the next start shows what was read before without the network, and then asks for what is new alone', async ({
  launch,
  gateway,
}) => {
  const first = await launch();
  const person = classTeacher(gateway);
  await first.signIn(person);
  await expect(first.window.getByRole('button', { name: '全部 342' })).toBeVisible();
  await first.close();

  await gateway.down();
  const { window } = await launch();
  await expect(window.getByRole('button', { name: '全部 342' })).toBeVisible();
  await expect(messageRows(window).first().locator('.row-title')).not.toBeEmpty();
  await expect(stateOf(window)).toHaveAttribute('data-state', 'unreachable');
  gateway.clearJournal();
  gateway.addMessage(person.personId);
  await gateway.up();
  await window.getByRole('button', { name: '立即重试' }).first().click();
  await expect(window.getByRole('button', { name: '全部 343' })).toBeVisible();
  const [asked] = feedCalls(gateway);
  expect(asked?.query).toHaveProperty('since');
});

test('out of reach the feed is not asked; back in reach it is, at once', async ({
  launch,
  gateway,
}) => {
  const { window, signIn } = await launch({
    deployment: { ...often, session: { heartbeatSeconds: 1 } },
  });
  const person = classTeacher(gateway);
  await signIn(person);
  await expect(window.getByRole('button', { name: '全部 342' })).toBeVisible();
  gateway.fault('heartbeat', { kind: 'bad-gateway' });
  await expect(stateOf(window)).toHaveAttribute('data-state', 'unreachable');
  gateway.addMessage(person.personId);
  gateway.clearJournal();
  // Several periods of the feed.
  await gateway.until('heartbeat', 4, { withinMs: 30_000 });
  expect(feedCalls(gateway)).toEqual([]);
  gateway.clearFaults();
  await expect(window.getByRole('button', { name: '全部 343' })).toBeVisible();
});

test('a feed without messages says so', async ({ launch, gateway }) => {
  const { window, signIn } = await launch();
  await signIn(newcomer(gateway));
  await expect(window.getByText('还没有消息')).toBeVisible();
});

test('a feed that is broken from the start says why, and recovers by Retry', async ({
  launch,
  gateway,
}) => {
  gateway.fault('feed', { kind: 'truncated' });
  const { window, signIn } = await launch();
  await signIn(classTeacher(gateway));
  await expect(window.getByText('没能读取新消息')).toBeVisible();
  gateway.clearFaults();
  await window.getByRole('button', { name: '重试' }).click();
  await expect(window.getByRole('button', { name: '全部 342' })).toBeVisible();
});

test('a feed that breaks later keeps the list, and says what is wrong above it', async ({
  launch,
  gateway,
}) => {
  const { window, signIn } = await launch({ deployment: often });
  await signIn(classTeacher(gateway));
  await expect(window.getByRole('button', { name: '全部 342' })).toBeVisible();
  gateway.fault('feed', { kind: 'merged', patch: { result: { hasMore: true } } });
  const note = window.getByRole('status').filter({ hasText: '没能读取新消息' });
  await expect(note).toContainText('result.cursor');
  await expect(messageRows(window).first().locator('.row-title')).not.toBeEmpty();
  gateway.clearFaults();
  await expect(note).toHaveCount(0);
});

test('a slow feed is asked once at a time, and the page says that it is being read', async ({
  launch,
  gateway,
}) => {
  gateway.fault('feed', { kind: 'hold' });
  const { window, signIn } = await launch({ deployment: often });
  await signIn(classTeacher(gateway));
  await expect(window.getByText('正在读取消息')).toBeVisible();
  await gateway.until('feed', 1, { until: 'arrived' });
  await window.evaluate(async () => {
    const { staffroom } = globalThis.window;
    for (let again = 0; again < 5; again += 1) void staffroom.call('refreshMessages');
    await staffroom.call('snapshots');
  });
  expect(feedCalls(gateway)).toHaveLength(1);
  gateway.clearFaults();
  await expect(window.getByRole('button', { name: '全部 342' })).toBeVisible();
});
