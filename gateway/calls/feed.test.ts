import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FeedMessage, type Gateway, startGateway } from '../index';
import { classTeacher } from '../people/classTeacher';
import { newcomer } from '../people/newcomer';
import { schoolHead } from '../people/schoolHead';
import { type SignedIn, Visitor } from '../visitor';

interface Page {
  readonly messages: readonly FeedMessage[];
  readonly cursor: string;
  readonly hasMore: boolean;
}

let gateway: Gateway;
let visitor: Visitor;
let signedIn: SignedIn;
beforeEach(async () => {
  gateway = await startGateway();
  visitor = await Visitor.withAccessToken(gateway);
  signedIn = await visitor.signIn(classTeacher);
});
afterEach(() => gateway.close());

const ask = (query: Record<string, string> = {}, token = signedIn.oauthToken) =>
  visitor.get(
    '/feed/messages',
    { personId: signedIn.personId, ...query },
    { Authorization: `Bearer ${token}` },
  );

async function page(query: Record<string, string> = {}): Promise<Page> {
  const { json } = await ask(query);
  expect(json.code).toBe('000000');
  return json.result as Page;
}

async function all(): Promise<{ messages: readonly FeedMessage[]; cursor: string }> {
  const messages: FeedMessage[] = [];
  let next = await page({ limit: '100' });
  messages.push(...next.messages);
  while (next.hasMore) {
    next = await page({ limit: '100', since: next.cursor });
    messages.push(...next.messages);
  }
  return { messages, cursor: next.cursor };
}

describe('the feed', () => {
  test('gives every message once, page by page', async () => {
    const { messages } = await all();
    expect(new Set(messages.map(({ msgId }) => msgId)).size).toBe(342);
    expect(messages).toHaveLength(342);
    expect(messages.filter(({ isRead }) => isRead === 0)).toHaveLength(17);
  });

  test('gives nothing where nothing has changed', async () => {
    const { cursor } = await all();
    expect(await page({ since: cursor })).toEqual({ messages: [], cursor, hasMore: false });
  });

  test('gives again what a mark has changed, and only that', async () => {
    const { messages, cursor } = await all();
    const [first, second] = messages.filter(({ isRead }) => isRead === 0);
    const msgId = [first?.msgId, second?.msgId];
    await visitor.mark({ publisherId: signedIn.personId, msgId });
    const changed = await page({ since: cursor });
    expect(changed.messages).toEqual([
      { ...first, isRead: 1 },
      { ...second, isRead: 1 },
    ]);
    await visitor.mark({ publisherId: signedIn.personId, msgId });
    expect((await page({ since: changed.cursor })).messages).toEqual([]);
  });

  test('gives what has come since', async () => {
    const { cursor } = await all();
    const msgId = gateway.addMessage(signedIn.personId, { sender: { name: '教务处' } });
    const { messages } = await page({ since: cursor });
    expect(messages).toMatchObject([{ msgId, sender: { name: '教务处' }, isRead: 0 }]);
  });

  test('gives an inbox of any size, the newest last', async () => {
    const large = await startGateway({ inboxes: { xiabing: 1_234 } });
    try {
      expect(large.people[0]?.inbox.total).toBe(1_234);
      visitor = await Visitor.withAccessToken(large);
      signedIn = await visitor.signIn(classTeacher);
      const { messages } = await all();
      expect(messages).toEqual(large.messages(signedIn.personId));
      expect(messages).toHaveLength(1_234);
    } finally {
      await large.close();
    }
  });

  test('is empty for somebody new', async () => {
    signedIn = await visitor.signIn(newcomer);
    expect(await page()).toMatchObject({ messages: [], hasMore: false });
  });

  test.each([
    ['an unknown token', { token: 'unknown' }, 401, '100406'],
    ["somebody else's messages", { personId: schoolHead.personId }, 200, '100404'],
    ['a cursor it has not given', { since: '12' }, 200, '100001'],
    ['a limit of 201', { limit: '201' }, 200, '100001'],
  ])('is refused for %s', async (_, { token, ...query }: Record<string, string>, status, code) => {
    expect(await ask(query, token)).toMatchObject({ status, json: { code } });
  });

  test('prolongs the token with each use, and refuses it fifteen days after the last', async () => {
    const day = 86_400_000;
    gateway.advanceClock(14 * day);
    expect((await ask()).status).toBe(200);
    gateway.advanceClock(14 * day);
    expect((await ask()).status).toBe(200);
    gateway.advanceClock(15 * day);
    expect((await ask()).status).toBe(401);
  });
});
