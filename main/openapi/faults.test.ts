/** "What servers really send", played on every call over real HTTP. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CallName, type Fault, type Gateway, startGateway } from '../../gateway';
import type { MessageId, PersonId, Result } from '../../preload/contract';
import type { OpenApi } from './index';
import { limits, openApiOn, personIdOf, signIn } from './practice';

let gateway: Gateway;
let openApi: OpenApi;
let personId: PersonId;
let query: URLSearchParams;
let oauthToken: string;

beforeEach(async () => {
  gateway = await startGateway({ sessionTravels: 'ticket' });
  openApi = openApiOn(gateway);
  query = await signIn(gateway, openApi, gateway.people[0]?.account ?? '');
  personId = personIdOf(query);
  const exchanged = await openApi.exchangeCode(query.get('oauthCode') ?? '');
  oauthToken = exchanged.ok ? exchanged.value.token : '';
  query = await signIn(gateway, openApi, gateway.people[0]?.account ?? '');
});
afterEach(() => gateway.close());

type Make = (client: OpenApi, signal?: AbortSignal) => Promise<Result<unknown>>;

const calls: readonly (readonly [CallName, Make])[] = [
  ['access-token', (client, signal) => client.createLoginTicket(signal)],
  ['login-ticket', (client, signal) => client.createLoginTicket(signal)],
  ['oauth-token', (client, signal) => client.exchangeCode(query.get('oauthCode') ?? '', signal)],
  [
    'session-ticket',
    (client, signal) => client.sessionFromTicket(query.get('ticket') ?? '', signal),
  ],
  ['user-info', (client, signal) => client.getUserInfo(personId, signal)],
  ['heartbeat', async (client, signal) => client.heartbeat('a-session', signal)],
  [
    'mark-messages',
    (client, signal) => {
      const ids = gateway.messages(personId).map(({ msgId }) => msgId as MessageId);
      return client.markMessages({ personId, ids: ids.slice(0, 3), as: 'read' }, signal);
    },
  ],
  ['feed', (client, signal) => client.readFeed({ personId, oauthToken, limit: 5 }, signal)],
];

/** A failure may name the host, but neither the address nor anything secret. */
function expectDiscreet(result: Result<unknown>) {
  const told = JSON.stringify(result);
  expect(told).not.toMatch(/https?:|accessToken=|\?/);
  for (const { value } of gateway.secrets) expect(told).not.toContain(value);
}

const hostOf = (url: string) => new URL(url).host;

describe.each(calls)('%s', (call, make) => {
  // A client of its own has no access token yet, so that call 1 is made as well.
  const fresh = (small: Partial<typeof limits> = {}) =>
    openApiOn(gateway, { options: { limits: { ...limits, ...small } } });

  test.each<[string, Fault, object]>([
    ['502 with a page', { kind: 'bad-gateway' }, { kind: 'server', status: 502 }],
    ['a captive portal', { kind: 'captive-portal' }, { kind: 'not-the-platform' }],
    ['a 404', { kind: 'status', status: 404 }, { kind: 'http-status', status: 404 }],
    ['an empty body', { kind: 'empty' }, { kind: 'malformed', field: '(body)', problem: 'empty' }],
    [
      'JSON cut off in the middle',
      { kind: 'truncated' },
      { kind: 'malformed', field: '(body)', problem: 'not JSON, or cut off' },
    ],
    [
      'no envelope',
      { kind: 'renamed', names: { retCode: 'status', code: 'status' } },
      { kind: 'malformed', field: 'code' },
    ],
    ['a reset', { kind: 'reset' }, { kind: 'refused', how: 'reset' }],
    [
      'an error envelope',
      { kind: 'envelope', code: '109999', text: '系统繁忙' },
      { kind: 'rejected', code: '109999', text: '系统繁忙' },
    ],
  ])('%s is a failure of its own', async (_what, fault, failure) => {
    gateway.fault(call, fault);
    const result = await make(fresh());
    expect(result).toMatchObject({ ok: false, failure });
    expectDiscreet(result);
  });

  test('an answer of too many bytes is not read', async () => {
    // Of the feed four times as many are read.
    const limitBytes = call === 'feed' ? 400_000 : 100_000;
    gateway.fault(call, { kind: 'oversized', bytes: 2 * limitBytes });
    expect(await make(fresh({ bytes: 100_000 }))).toEqual({
      ok: false,
      failure: { kind: 'too-large', host: hostOf(gateway.url), limitBytes },
    });
  });

  test('an answer that does not come is not waited for', async () => {
    gateway.fault(call, { kind: 'hold' });
    expect(await make(fresh({ timeoutMs: 300 }))).toEqual({
      ok: false,
      failure: { kind: 'timeout', host: hostOf(gateway.url), afterMs: 300 },
    });
  });

  test('it can be cancelled', async () => {
    gateway.fault(call, { kind: 'hold' });
    gateway.clearJournal();
    const cancel = new AbortController();
    const result = make(fresh(), cancel.signal);
    await gateway.until(call, 1, { until: 'arrived' });
    cancel.abort();
    expect(await result).toEqual({ ok: false, failure: { kind: 'cancelled' } });
  });
});

describe('what is odd but readable is read the same', () => {
  const odd: readonly Fault[] = [
    { kind: 'numbers-as-strings' },
    { kind: 'strings-as-numbers' },
    {
      kind: 'renamed',
      names: { retCode: 'code', retDesc: 'message', tokenInfo: 'data', userInfo: 'data' },
    },
    { kind: 'renamed', names: { code: 'retCode', message: 'retDesc', result: 'data' } },
    { kind: 'renamed', names: { msgtype: 'msgType', usessionId: 'usession_id' } },
    { kind: 'in-seconds', fields: ['validTime'] },
    { kind: 'merged', patch: { surprise: { deep: [1] } } },
  ];

  test.each(odd.map((fault) => [JSON.stringify(fault), fault] as const))(
    '%s',
    async (_is, fault) => {
      const read = async () => {
        const client = openApiOn(gateway);
        return {
          person: await client.getUserInfo(personId),
          feed: await client.readFeed({ personId, oauthToken, limit: 200 }),
        };
      };
      const asDocumented = await read();
      gateway.fault('all', fault);
      expect(await read()).toEqual(asDocumented);
      expect(await openApi.sessionFromTicket(query.get('ticket') ?? '')).toMatchObject({
        ok: true,
      });
      expect(await openApi.exchangeCode(query.get('oauthCode') ?? '')).toMatchObject({ ok: true });
      expect(await openApi.createLoginTicket()).toMatchObject({ ok: true });
    },
  );

  test('empty objects that come as lists leave nothing but themselves out', async () => {
    gateway.fault('all', {
      kind: 'emptied',
      fields: ['avatar', 'attr', 'other', 'sender', '_power'],
    });
    expect(await openApi.getUserInfo(personId)).toMatchObject({
      ok: true,
      value: { personId, avatar: {}, unusable: [] },
    });
    const page = await openApi.readFeed({ personId, oauthToken, limit: 5 });
    expect(page).toMatchObject({ ok: true, value: { messages: { length: 5 }, unusable: [] } });
  });
});
