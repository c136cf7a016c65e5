import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Gateway, startGateway } from '../../gateway';
import type { MessageId, MessageSummary } from '../../preload/contract';
import { given, type Practice, type PracticeOptions, personCalled, practiceOn } from '../practice';
import type { Inbox } from './inbox';

let gateway: Gateway;
let running: Practice[] = [];

beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(async () => {
  for (const { services } of running) services.stop();
  running = [];
  await gateway.close();
});

async function inboxOf(account: string, options: PracticeOptions = {}) {
  const person = personCalled(gateway, account);
  const { services } = practiceOn(gateway, { person, ...options });
  running.push({ services } as Practice);
  given(await services.session.signIn());
  if (options.deployment === undefined) given(await services.inbox.refresh());
  return { inbox: services.inbox, person, services };
}

const markCalls = () => gateway.journal.filter(({ call }) => call === 'mark-messages');
const truth = (personId: string) =>
  new Map(gateway.messages(personId).map(({ msgId, isRead }) => [msgId, isRead === 1]));

/** What a page would show, read as a page does. */
async function listed(inbox: Inbox, filter: 'all' | 'unread', search = '') {
  const keys = await inbox.list({ filter, search });
  return inbox.summaries([...keys] as MessageSummary['key'][]);
}

const keysOf = (messages: readonly MessageSummary[]) =>
  Uint32Array.from(messages, ({ key }) => key);

const sent = (inbox: Inbox) =>
  vi.waitFor(() => expect(inbox.snapshot.value.outbox).toMatchObject({ waiting: 0 }), 10_000);

test('every message of the feed is listed once, newest first, with the unread ones counted', async () => {
  const { inbox } = await inboxOf('xiabing');
  expect(inbox.snapshot.value).toMatchObject({ total: 342, unread: 17, feed: { kind: 'read' } });
  const all = await listed(inbox, 'all');
  expect(new Set(all.map(({ id }) => id)).size).toBe(342);
  const times = all.map(({ sentAt }) => sentAt);
  expect(times).toEqual(times.toSorted((one, other) => other - one));
  const unread = await listed(inbox, 'unread');
  expect(unread.map(({ isRead }) => isRead)).toEqual(Array(17).fill(false));
});

test('each of the three kinds has a title, and its body when it is opened', async () => {
  const { inbox } = await inboxOf('xiabing');
  const all = await listed(inbox, 'all');
  for (const kind of ['text', 'link', 'oa'] as const) {
    const summary = all.find((message) => message.kind === kind);
    expect(summary?.title).toBeTruthy();
    expect(summary && inbox.read(summary.key)?.body.kind).toBe(kind);
  }
  expect(inbox.read(99_999 as MessageSummary['key'])).toBeNull();
});

test('a mark is shown at once and reaches the platform; unread again is unread again', async () => {
  const { inbox, person } = await inboxOf('xiabing');
  const [message] = await listed(inbox, 'unread');
  const { id, key } = message as MessageSummary;
  expect(given(await inbox.mark(Uint32Array.of(key), 'read'))).toEqual({
    changed: Uint32Array.of(key),
    wished: 1,
  });
  expect(inbox.read(key)?.isRead).toBe(true);
  await sent(inbox);
  expect(truth(person.personId).get(id)).toBe(true);
  given(await inbox.mark(Uint32Array.of(key), 'unread'));
  await sent(inbox);
  expect(inbox.isUnread(key)).toBe(true);
  expect(truth(person.personId).get(id)).toBe(false);
});

test('120 messages go in three calls of at most 50, and the platform has taken each', async () => {
  const { inbox, person } = await inboxOf('chenzhiyuan');
  const chosen = (await listed(inbox, 'unread')).slice(0, 120);
  const before = inbox.snapshot.value.unread;
  given(await inbox.mark(keysOf(chosen), 'read'));
  expect(inbox.snapshot.value).toMatchObject({
    unread: before - 120,
    outbox: { waiting: 120, progress: { done: 0, of: 120 } },
  });
  await sent(inbox);
  const sizes = markCalls().map(({ body }) => (body as { msgId: string[] }).msgId.length);
  expect(sizes.toSorted()).toEqual([20, 50, 50]);
  const taken = truth(person.personId);
  for (const { id } of chosen) expect(taken.get(id)).toBe(true);
});

test('ids of messages in no list are marked, too; one of the list counts as that message', async () => {
  const { inbox, person } = await inboxOf('xiabing');
  const [message] = await listed(inbox, 'unread');
  const id = message?.id as MessageId;
  const later = gateway.addMessage(person.personId) as MessageId;
  const outcome = given(await inbox.markById([id, later, id], 'read'));
  expect(outcome).toEqual({ changed: Uint32Array.of(message?.key ?? 0), wished: 2 });
  await sent(inbox);
  expect(truth(person.personId).get(later)).toBe(true);
  expect(truth(person.personId).get(id)).toBe(true);
});

test('what the platform refuses is told with its words, and the others go through', async () => {
  const { inbox, person } = await inboxOf('chenzhiyuan');
  const good = (await listed(inbox, 'unread')).slice(0, 60);
  const bad = ['no-such-message', 'nor-this-one'] as MessageId[];
  // One after the other: two in a call might be taken for a refusal of everything.
  given(await inbox.markById([bad[0], ...good.map(({ id }) => id)] as MessageId[], 'read'));
  await sent(inbox);
  given(await inbox.markById([bad[1]] as MessageId[], 'read'));
  await sent(inbox);
  expect(inbox.snapshot.value.outbox.refused).toBe(2);
  expect(inbox.refusedMarks()).toEqual(
    bad.map((id) => ({
      id,
      title: null,
      as: 'read',
      failure: { kind: 'rejected', code: '100404', text: expect.stringMatching(/./) },
    })),
  );
  const taken = truth(person.personId);
  for (const { id } of good) expect(taken.get(id)).toBe(true);

  inbox.discardMarks([bad[0]] as MessageId[]);
  inbox.retryMarks('all');
  await sent(inbox);
  expect(inbox.refusedMarks().map(({ id }) => id)).toEqual([bad[1]]);
});

test('a platform that refuses everything is asked a few times, and all that waits says why', async () => {
  const { inbox, person } = await inboxOf('xiabing');
  gateway.fault('mark-messages', { kind: 'envelope', code: '300200', text: '消息服务维护中' });
  given(await inbox.mark(keysOf(await listed(inbox, 'unread')), 'read'));
  await vi.waitFor(() => expect(inbox.snapshot.value.outbox.cause).not.toBeNull(), 10_000);
  expect(inbox.snapshot.value.outbox).toMatchObject({
    waiting: 17,
    refused: 0,
    cause: { kind: 'rejected', text: '消息服务维护中' },
  });
  expect(markCalls().length).toBeLessThan(9);

  gateway.clearFaults();
  inbox.retryMarks('all');
  await sent(inbox);
  expect([...truth(person.personId).values()].every((isRead) => isRead)).toBe(true);
});

test('while everything is refused she may let go of it: the list is as the platform has it', async () => {
  const { inbox } = await inboxOf('xiabing');
  gateway.fault('mark-messages', { kind: 'envelope', code: '300200', text: '消息服务维护中' });
  given(await inbox.mark(keysOf(await listed(inbox, 'unread')), 'read'));
  expect(inbox.snapshot.value.unread).toBe(0);
  await vi.waitFor(() => expect(inbox.snapshot.value.outbox.cause).not.toBeNull(), 10_000);
  inbox.discardMarks('all');
  expect(inbox.snapshot.value).toMatchObject({ unread: 17, outbox: { waiting: 0, cause: null } });
});

test('out of reach marks wait, and go out when it is back; the cause is told', async () => {
  const { inbox, person } = await inboxOf('xiabing', {
    deployment: { messages: { pollSeconds: 1 }, session: { heartbeatSeconds: 1 } },
  });
  await vi.waitFor(() => expect(inbox.snapshot.value.total).toBe(342), 10_000);
  gateway.fault('mark-messages', { kind: 'bad-gateway' });
  const [message] = await listed(inbox, 'unread');
  given(await inbox.mark(Uint32Array.of(message?.key ?? 0), 'read'));
  await vi.waitFor(
    () => expect(inbox.snapshot.value.outbox.cause).toMatchObject({ kind: 'server' }),
    10_000,
  );
  expect(inbox.snapshot.value).toMatchObject({ unread: 16, outbox: { waiting: 1 } });
  gateway.clearFaults();
  await sent(inbox);
  expect(truth(person.personId).get(message?.id ?? '')).toBe(true);
});

test('when the feed answers again, what waits is sent without waiting for its own time', async () => {
  const { inbox, person } = await inboxOf('xiabing');
  const [message] = await listed(inbox, 'unread');
  gateway.fault('mark-messages', { kind: 'bad-gateway', times: 1 });
  given(await inbox.mark(Uint32Array.of(message?.key ?? 0), 'read'));
  await vi.waitFor(() => expect(inbox.snapshot.value.outbox.cause).not.toBeNull(), 10_000);
  given(await inbox.refresh());
  await sent(inbox);
  expect(truth(person.personId).get(message?.id ?? '')).toBe(true);
});

test('a mark taken back before it went out is never sent', async () => {
  const { inbox, services } = await inboxOf('xiabing');
  services.pause();
  const unread = keysOf(await listed(inbox, 'unread'));
  const { changed } = given(await inbox.mark(unread, 'read'));
  expect(changed).toHaveLength(17);
  given(await inbox.mark(changed, 'unread'));
  expect(inbox.snapshot.value).toMatchObject({ unread: 17, outbox: { waiting: 0 } });
  services.wake();
  given(await inbox.refresh());
  expect(markCalls()).toEqual([]);
});

test('a new message and a change made elsewhere come with the next reading', async () => {
  const { inbox, person } = await inboxOf('xiabing');
  const arrived: string[][] = [];
  inbox.arrivals((messages) => arrived.push(messages.map(({ id }) => id)));
  const [message] = await listed(inbox, 'unread');
  const added = gateway.addMessage(person.personId);
  gateway.addMessage(person.personId, { isRead: 1 });
  gateway.markMessages(person.personId, [message?.id ?? ''], 1);
  given(await inbox.refresh());
  expect(inbox.snapshot.value).toMatchObject({ total: 344, unread: 17 });
  expect(inbox.isUnread(message?.key as MessageSummary['key'])).toBe(false);
  expect(arrived).toEqual([[added]]);
});

test('of the very first reading nothing is told as new', async () => {
  const person = personCalled(gateway, 'xiabing');
  const { services } = practiceOn(gateway, { person });
  running.push({ services } as Practice);
  const told = vi.fn();
  services.inbox.arrivals(told);
  given(await services.session.signIn());
  given(await services.inbox.refresh());
  expect(services.inbox.snapshot.value.total).toBe(342);
  expect(told).not.toHaveBeenCalled();
});

test('a search finds words of sender, title and text, in whichever case and width', async () => {
  const { inbox, person } = await inboxOf('xiabing');
  const added = gateway.addMessage(person.personId, {
    sender: { name: '鲸鱼书屋' },
    body: { msgtype: 'text', text: { content: `还书提醒\n${'长'.repeat(300)} ISBN９７８` } },
  });
  given(await inbox.refresh());
  for (const search of ['鲸鱼书屋', '提醒 isbn978', '  ISBN９７８ ', '长长长']) {
    expect((await listed(inbox, 'all', search)).map(({ id }) => id)).toEqual([added]);
  }
  expect(await listed(inbox, 'all', '鲸鱼书屋 没有这个词')).toEqual([]);
  expect(await listed(inbox, 'all', ' ')).toHaveLength(343);
});

test('a feed that repeats its page for ever is stopped, and what it gave stays', async () => {
  const { inbox } = await inboxOf('xiabing');
  gateway.fault('feed', { kind: 'merged', patch: { result: { hasMore: true } } });
  await inbox.refresh();
  const asked = gateway.journal.filter(({ call }) => call === 'feed').length;
  expect(asked).toBeLessThan(8);
  expect(inbox.snapshot.value).toMatchObject({
    total: 342,
    feed: { kind: 'failed', failure: { kind: 'malformed', field: 'result.cursor' } },
  });
});

test('a feed that no longer takes its own cursor is read from the beginning the next time', async () => {
  const { inbox } = await inboxOf('xiabing');
  gateway.fault('feed', { kind: 'merged', patch: { result: { cursor: 'lost' } }, times: 1 });
  given(await inbox.refresh());
  expect(await inbox.refresh()).toMatchObject({ ok: false, failure: { kind: 'rejected' } });
  given(await inbox.refresh());
  expect(inbox.snapshot.value).toMatchObject({ total: 342, unread: 17, feed: { kind: 'read' } });
});

test('entries that are no messages are left out and counted; the others are all there', async () => {
  const { inbox, person } = await inboxOf('xiabing');
  const broken = { msgId: 'broken', sentAt: 'some day', body: {} };
  gateway.fault('feed', { kind: 'merged', patch: { result: { messages: [broken] } }, times: 1 });
  given(await inbox.refresh());
  expect(inbox.snapshot.value).toMatchObject({ total: 342, unusable: 1 });
  expect(truth(person.personId).size).toBe(342);
});

test('a feed that breaks says why, keeps what was read, and recovers', async () => {
  const { inbox } = await inboxOf('xiabing');
  gateway.fault('feed', { kind: 'truncated', times: 1 });
  expect(await inbox.refresh()).toMatchObject({ ok: false, failure: { kind: 'malformed' } });
  expect(inbox.snapshot.value).toMatchObject({ total: 342, feed: { kind: 'failed' } });
  given(await inbox.refresh());
  expect(inbox.snapshot.value.feed.kind).toBe('read');
});

test('without a feed there is no list, and marking by ids works all the same', async () => {
  const { inbox, person } = await inboxOf('xiabing', {
    deployment: { messages: { feedUrl: null } },
  });
  expect(inbox.snapshot.value).toMatchObject({ total: 0, feed: { kind: 'absent' } });
  const unread = gateway.messages(person.personId).find(({ isRead }) => isRead === 0);
  const id = unread?.msgId as MessageId;
  expect(given(await inbox.markById([id], 'read')).wished).toBe(1);
  await sent(inbox);
  expect(truth(person.personId).get(id)).toBe(true);
});

test('signed out, nothing is listed and nothing can be marked', async () => {
  const { inbox, services } = await inboxOf('xiabing');
  const keys = keysOf(await listed(inbox, 'unread'));
  given(await services.session.signOut());
  expect(await listed(inbox, 'all')).toEqual([]);
  expect(await inbox.mark(keys, 'read')).toEqual({
    ok: false,
    failure: { kind: 'not-ready', needs: 'sign-in' },
  });
});

test('the feed is asked again by itself, with what is new', async () => {
  const person = personCalled(gateway, 'xiabing');
  const { services } = practiceOn(gateway, {
    person,
    deployment: { messages: { pollSeconds: 1 } },
  });
  running.push({ services } as Practice);
  given(await services.session.signIn());
  await vi.waitFor(() => expect(services.inbox.snapshot.value.total).toBe(342), 10_000);
  gateway.addMessage(person.personId);
  await vi.waitFor(() => expect(services.inbox.snapshot.value.total).toBe(343), 10_000);
});

test('messages without end keep nothing back: what fits is read, and one that never will is said', async () => {
  const person = personCalled(gateway, 'xiabing');
  const text = (content: string) => ({ body: { msgtype: 'text', text: { content } } });
  const long = 'x'.repeat(10_000_000);
  for (const content of [long, long, '之后的消息'])
    gateway.addMessage(person.personId, text(content));
  const { inbox } = await inboxOf('xiabing');
  expect(inbox.snapshot.value).toMatchObject({ total: 345, feed: { kind: 'read' } });
  const [newest, , giant] = await listed(inbox, 'all');
  expect(newest?.title).toBe('之后的消息');
  expect(giant?.title).toHaveLength(120);
  expect(giant && inbox.read(giant.key)?.body).toEqual({ kind: 'text', content: long });

  gateway.addMessage(person.personId, text('x'.repeat(25_000_000)));
  expect(await inbox.refresh()).toMatchObject({ ok: false, failure: { kind: 'too-large' } });
  expect(inbox.snapshot.value.total).toBe(345);
}, 60_000);
