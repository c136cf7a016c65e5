import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Gateway, startGateway } from '../../gateway';
import type { MessageId } from '../../preload/contract';
import { given, type Practice, type PracticeOptions, personCalled, practiceOn } from '../practice';

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

test('every message of the feed is listed once, newest first, with the unread ones counted', async () => {
  const { inbox, person } = await inboxOf('xiabing');
  expect(inbox.snapshot.value).toMatchObject({ total: 342, unread: 17, feed: { kind: 'read' } });
  const all = inbox.list('all');
  expect(all).toHaveLength(342);
  expect(new Set(all.map(({ id }) => id)).size).toBe(342);
  const times = all.map(({ sentAt }) => sentAt);
  expect(times).toEqual(times.toSorted((one, other) => other - one));
  expect(inbox.list('unread').map(({ isRead }) => isRead)).toEqual(Array(17).fill(false));
  expect(truth(person.personId).size).toBe(342);
});

test('each of the three kinds has a title, and its body when it is opened', async () => {
  const { inbox } = await inboxOf('xiabing');
  const all = inbox.list('all');
  for (const kind of ['text', 'link', 'oa'] as const) {
    const summary = all.find((message) => message.kind === kind);
    expect(summary?.title).toBeTruthy();
    expect(summary && inbox.read(summary.id)?.body.kind).toBe(kind);
  }
  expect(inbox.read('no-such-message' as MessageId)).toBeNull();
});

test('120 messages go in three calls of at most 50, and the platform has taken each', async () => {
  const { inbox, person } = await inboxOf('chenzhiyuan');
  const ids = inbox
    .list('unread')
    .slice(0, 120)
    .map(({ id }) => id);
  expect(ids).toHaveLength(120);
  const before = inbox.snapshot.value.unread;
  expect(given(await inbox.mark(ids, 'read'))).toEqual({ marked: 120, refused: [] });
  expect(markCalls().map(({ body }) => (body as { msgId: string[] }).msgId.length)).toEqual([
    50, 50, 20,
  ]);
  expect(inbox.snapshot.value).toMatchObject({ unread: before - 120, marking: null });
  const taken = truth(person.personId);
  for (const id of ids) expect(taken.get(id)).toBe(true);
});

test('unread again is unread again, here and on the platform', async () => {
  const { inbox, person } = await inboxOf('xiabing');
  const [message] = inbox.list('all').filter(({ isRead }) => isRead);
  const id = message?.id as MessageId;
  given(await inbox.mark([id], 'unread'));
  expect(inbox.read(id)?.isRead).toBe(false);
  expect(truth(person.personId).get(id)).toBe(false);
});

test('an id named twice is sent once', async () => {
  const { inbox } = await inboxOf('xiabing');
  const id = inbox.list('unread')[0]?.id as MessageId;
  expect(given(await inbox.mark([id, id, id], 'read')).marked).toBe(1);
  expect(markCalls()).toHaveLength(1);
});

test('what the platform refuses is told with its words, and the other calls go through', async () => {
  const { inbox } = await inboxOf('chenzhiyuan');
  const good = inbox
    .list('unread')
    .slice(0, 60)
    .map(({ id }) => id);
  const unknown = 'no-such-message' as MessageId;
  const { marked, refused } = given(await inbox.mark([unknown, ...good], 'read'));
  expect(marked).toBe(11);
  expect(refused).toHaveLength(1);
  expect(refused[0]?.ids).toHaveLength(50);
  expect(refused[0]?.failure).toMatchObject({ kind: 'rejected', text: expect.stringMatching(/./) });
  expect(inbox.read(good[0] as MessageId)?.isRead).toBe(false);
  expect(inbox.read(good[59] as MessageId)?.isRead).toBe(true);
});

test('when the platform cannot be reached nothing more is sent, and all that is left is told', async () => {
  const { inbox } = await inboxOf('chenzhiyuan');
  const ids = inbox
    .list('unread')
    .slice(0, 120)
    .map(({ id }) => id);
  gateway.fault('mark-messages', { kind: 'bad-gateway' });
  const { marked, refused } = given(await inbox.mark(ids, 'read'));
  expect(marked).toBe(0);
  expect(refused).toMatchObject([{ failure: { kind: 'server' } }]);
  expect(refused[0]?.ids).toHaveLength(120);
  expect(markCalls()).toHaveLength(1);
});

test('two wishes for one message reach the platform in the order she had them', async () => {
  const { inbox, person } = await inboxOf('xiabing');
  const id = inbox.list('unread')[0]?.id as MessageId;
  await Promise.all([
    inbox.mark([id], 'read'),
    inbox.mark([id], 'unread'),
    inbox.mark([id], 'read'),
  ]);
  expect(markCalls().map(({ body }) => Number((body as { isRead: number }).isRead))).toEqual([
    1, 0, 1,
  ]);
  expect(truth(person.personId).get(id)).toBe(true);
  expect(inbox.read(id)?.isRead).toBe(true);
});

test('a new message and a change made elsewhere come with the next reading', async () => {
  const { inbox, person } = await inboxOf('xiabing');
  const added = gateway.addMessage(person.personId);
  given(await inbox.refresh());
  expect(inbox.snapshot.value.total).toBe(343);
  expect(inbox.read(added as MessageId)).not.toBeNull();
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
  expect(given(await inbox.mark([id], 'read')).marked).toBe(1);
  expect(truth(person.personId).get(id)).toBe(true);
});

test('signed out, nothing is listed and nothing can be marked', async () => {
  const { inbox, services } = await inboxOf('xiabing');
  const id = inbox.list('all')[0]?.id as MessageId;
  given(await services.session.signOut());
  expect(inbox.list('all')).toEqual([]);
  expect(await inbox.mark([id], 'read')).toEqual({
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
