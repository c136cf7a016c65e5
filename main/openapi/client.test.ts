import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from '../../gateway';
import type { MessageId, PersonId } from '../../preload/contract';
import documentedMarks from './fixtures/mod-msg-status.documented.json';
import type { OpenApi } from './index';
import { openApiOn, personIdOf, signIn } from './practice';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(() => gateway.close());

const account = () => gateway.people[0]?.account ?? '';

async function signedIn(openApi: OpenApi, who = account()) {
  const query = await signIn(gateway, openApi, who);
  const token = await openApi.exchangeCode(query.get('oauthCode') ?? '');
  if (!token.ok) throw new Error(token.failure.kind);
  return {
    personId: personIdOf(query),
    sessionId: query.get('usession_id') ?? '',
    oauthToken: token.value.token,
    expiresAt: token.value.expiresAt,
  };
}

const callsOf = (call: string) => gateway.journal.filter((entry) => entry.call === call);

describe('signing in', () => {
  test('opens the login page with a ticket, once, for the registered address', async () => {
    const openApi = openApiOn(gateway);
    const ticket = await openApi.createLoginTicket();
    const address = new URL(openApi.loginPageUrl(ticket.ok ? ticket.value : ''));
    expect(address.searchParams.get('redirect_uri')).toBe('https://staffroom.invalid/signed-in');
    expect((await fetch(address)).status).toBe(200);
    expect((await fetch(address)).status).toBe(403);
  });

  test('asks for the ticket with GET where a deployment says so', async () => {
    gateway.configure({ ticketMethod: 'GET' });
    expect(await openApiOn(gateway).createLoginTicket()).toMatchObject({ ok: true });
    expect(callsOf('login-ticket').map(({ method }) => method)).toEqual(['GET']);
  });

  test('exchanges a code for a token, once', async () => {
    const openApi = openApiOn(gateway);
    const query = await signIn(gateway, openApi, account());
    const code = query.get('oauthCode') ?? '';
    expect(await openApi.exchangeCode(code)).toEqual({
      ok: true,
      value: { token: expect.stringMatching(/^\w+$/), expiresAt: expect.any(Number) },
    });
    expect(await openApi.exchangeCode(code)).toMatchObject({
      ok: false,
      failure: { kind: 'rejected', code: '100405' },
    });
  });

  test('finds the session behind a ticket', async () => {
    gateway.configure({ sessionTravels: 'ticket' });
    const openApi = openApiOn(gateway);
    const query = await signIn(gateway, openApi, account());
    const session = await openApi.sessionFromTicket(query.get('ticket') ?? '');
    if (!session.ok) throw new Error(session.failure.kind);
    expect(session.value.personId).toBe(personIdOf(query));
    expect(await openApi.heartbeat(session.value.sessionId)).toMatchObject({
      ok: true,
      value: { kind: 'alive', personId: personIdOf(query) },
    });
  });
});

describe('a heartbeat', () => {
  test('tells who is signed in and where she has switched to', async () => {
    const openApi = openApiOn(gateway);
    const { personId, sessionId } = await signedIn(openApi);
    gateway.switchOrganisation(personId, 'elsewhere');
    expect(await openApi.heartbeat(sessionId)).toEqual({
      ok: true,
      value: { kind: 'alive', personId, organisationId: 'elsewhere' },
    });
  });

  test('tells a session that is gone from one that was displaced', async () => {
    const openApi = openApiOn(gateway);
    const { personId, sessionId } = await signedIn(openApi);
    gateway.endSession(personId);
    expect(await openApi.heartbeat(sessionId)).toEqual({ ok: true, value: { kind: 'gone' } });
    const again = await signedIn(openApi);
    gateway.displace(again.personId);
    const displaced = await openApi.heartbeat(again.sessionId);
    expect(displaced).toMatchObject({ ok: true, value: { kind: 'displaced' } });
    expect(JSON.stringify(displaced)).not.toContain(again.sessionId);
  });

  test('takes every other code for a failure', async () => {
    gateway.fault('heartbeat', { kind: 'envelope', code: '100100', text: '系统繁忙' });
    expect(await openApiOn(gateway).heartbeat('any')).toEqual({
      ok: false,
      failure: { kind: 'rejected', code: '100100', text: '系统繁忙' },
    });
  });
});

test('every practice person is read with nothing left over', async () => {
  const openApi = openApiOn(gateway);
  for (const { personId, name } of gateway.people) {
    expect(await openApi.getUserInfo(personId as PersonId)).toMatchObject({
      ok: true,
      value: { personId, name, unusable: [] },
    });
  }
});

describe('messages', () => {
  test('are read page by page, to the last, and none of them is unusable', async () => {
    const openApi = openApiOn(gateway);
    for (const { account: who, inbox } of gateway.people) {
      const { personId, oauthToken } = await signedIn(openApi, who);
      const ids: MessageId[] = [];
      let since: string | undefined;
      for (let more = true; more; ) {
        const query = { personId, oauthToken, limit: 100, ...(since !== undefined && { since }) };
        const page = await openApi.readFeed(query);
        if (!page.ok) throw new Error(page.failure.kind);
        expect(page.value.unusable).toEqual([]);
        ids.push(...page.value.messages.map(({ id }) => id));
        since = page.value.cursor ?? undefined;
        more = page.value.hasMore;
      }
      expect(new Set(ids).size).toBe(inbox.total);
    }
  });

  test('are marked read and unread, as the document says', async () => {
    const openApi = openApiOn(gateway);
    const { personId } = await signedIn(openApi);
    const ids = gateway
      .messages(personId)
      .slice(0, 50)
      .map(({ msgId }) => msgId as MessageId);
    const marked = () =>
      gateway
        .messages(personId)
        .slice(0, 50)
        .map(({ isRead }) => isRead);

    expect(await openApi.markMessages({ personId, ids, as: 'unread' })).toEqual({
      ok: true,
      value: 'taken',
    });
    expect(new Set(marked())).toEqual(new Set([0]));
    expect(await openApi.markMessages({ personId, ids, as: 'read' })).toMatchObject({ ok: true });
    expect(new Set(marked())).toEqual(new Set([1]));
    expect(callsOf('mark-messages').at(-1)?.body).toEqual({
      ...documentedMarks.request,
      publisherId: personId,
      msgId: ids,
    });
  });

  test.each([0, 51])('are not marked %i at a time', async (length) => {
    const ids = Array.from({ length }, (_, index) => String(index) as MessageId);
    const openApi = openApiOn(gateway);
    expect(await openApi.markMessages({ personId: 'p' as PersonId, ids, as: 'read' })).toEqual({
      ok: false,
      failure: { kind: 'invalid-argument', argument: 'ids' },
    });
    expect(gateway.journal).toEqual([]);
  });

  test('are not read where there is no feed', async () => {
    const openApi = openApiOn(gateway, { platform: (given) => ({ ...given, messages: {} }) });
    const query = { personId: 'p' as PersonId, oauthToken: 't', limit: 10 };
    expect(await openApi.readFeed(query)).toEqual({
      ok: false,
      failure: { kind: 'not-ready', needs: 'feed' },
    });
  });

  test('are not read with a token that is not the person’s', async () => {
    const query = { personId: 'p' as PersonId, oauthToken: 'stale', limit: 10 };
    expect(await openApiOn(gateway).readFeed(query)).toMatchObject({
      ok: false,
      failure: { kind: 'http-status', status: 401 },
    });
    expect(callsOf('feed')).toHaveLength(1);
  });
});
