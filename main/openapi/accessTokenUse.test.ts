/** The access token between the client and a platform that gives, refuses and ends it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from '../../gateway';
import type { PersonId } from '../../preload/contract';
import { type Changes, openApiOn } from './practice';

let gateway: Gateway;
let later: number;
beforeEach(async () => {
  gateway = await startGateway();
  later = 0;
});
afterEach(() => gateway.close());

const client = (changes: Changes = {}) =>
  openApiOn(gateway, { ...changes, options: { now: () => Date.now() + later, random: () => 0 } });

const asked = () => gateway.journal.filter(({ call }) => call === 'access-token').length;
const sent = () => gateway.journal.filter(({ call }) => call === 'user-info').length;
const person = () => (gateway.people[0]?.personId ?? '') as PersonId;

function pass(minutes: number) {
  later += minutes * 60_000;
  gateway.advanceClock(minutes * 60_000);
}

test('calls at the same time share one access token', async () => {
  const openApi = client();
  const results = await Promise.all(Array.from({ length: 5 }, () => openApi.getUserInfo(person())));
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
  expect(asked()).toBe(1);
});

describe.each([
  ['envelope', { kind: 'rejected', code: '100401' }],
  ['http-401', { kind: 'http-status', status: 401 }],
] as const)('an access token that another machine has ended (%s)', (how, failure) => {
  beforeEach(() => gateway.configure({ refusedAccessToken: how }));

  test('is asked for anew, and the call made once more', async () => {
    const openApi = client();
    await openApi.getUserInfo(person());
    gateway.revokeAccessTokens();
    pass(2);
    const results = await Promise.all([
      openApi.getUserInfo(person()),
      openApi.getUserInfo(person()),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect(asked()).toBe(2);
  });

  test('is not asked for anew within a minute: the refusal is the answer', async () => {
    const openApi = client();
    await openApi.getUserInfo(person());
    gateway.revokeAccessTokens();
    expect(await openApi.getUserInfo(person())).toMatchObject({ ok: false, failure });
    expect([asked(), sent()]).toEqual([1, 2]);
  });

  test('is asked for anew only once a call', async () => {
    const openApi = client();
    await openApi.getUserInfo(person());
    gateway.fault('user-info', { kind: 'token-refused', how });
    pass(2);
    expect(await openApi.getUserInfo(person())).toMatchObject({ ok: false, failure });
    expect([asked(), sent()]).toEqual([2, 3]);
  });
});

test('a heartbeat that nobody waits for leaves it to a later one to ask anew; one that somebody waits for asks', async () => {
  const openApi = client();
  const heartbeat = (haste: 'at-once' | 'by-chance') =>
    openApi.heartbeat('session', undefined, haste);
  const refused = { ok: false, failure: { kind: 'http-status', status: 401 } };
  gateway.configure({ refusedAccessToken: 'http-401' });
  await openApi.getUserInfo(person());
  gateway.revokeAccessTokens();
  pass(2);
  expect(await heartbeat('by-chance')).toMatchObject(refused);
  expect(asked()).toBe(1);
  pass(5);
  expect(await heartbeat('by-chance')).not.toMatchObject(refused);
  expect(asked()).toBe(2);

  gateway.revokeAccessTokens();
  pass(2);
  expect(await heartbeat('at-once')).not.toMatchObject(refused);
  expect(asked()).toBe(3);
});

test('an access token is renewed before the platform ends it', async () => {
  const openApi = client();
  await openApi.getUserInfo(person());
  pass(119.5);
  expect(await openApi.getUserInfo(person())).toMatchObject({ ok: true });
  expect([asked(), sent()]).toEqual([2, 2]);
});

test('a code is a refusal of the access token only where the deployment says so', async () => {
  const openApi = client({
    platform: (given) => ({ ...given, app: { ...given.app, accessTokenInvalidCodes: [] } }),
  });
  await openApi.getUserInfo(person());
  gateway.revokeAccessTokens();
  pass(2);
  expect(await openApi.getUserInfo(person())).toMatchObject({
    ok: false,
    failure: { kind: 'rejected', code: '100401' },
  });
  expect(asked()).toBe(1);
});

describe.each([8, -8])("a system's clock that is wrong by %i hours", (hours) => {
  beforeEach(() => gateway.advanceClock(-hours * 3_600_000));

  test('is seen by the first refusal, and asked again at once with the right time', async () => {
    const openApi = client();
    expect(await openApi.getUserInfo(person())).toMatchObject({ ok: true });
    expect([asked(), sent()]).toEqual([2, 1]);
  });

  test('costs a second asking once only', async () => {
    const openApi = client();
    await openApi.getUserInfo(person());
    gateway.revokeAccessTokens();
    pass(2);
    expect(await openApi.getUserInfo(person())).toMatchObject({ ok: true });
    expect(asked()).toBe(3);
  });

  test('does not keep the access token from being renewed in time', async () => {
    const openApi = client();
    await openApi.getUserInfo(person());
    pass(117);
    await openApi.getUserInfo(person());
    expect(asked()).toBe(2);
    pass(2.5);
    expect(await openApi.getUserInfo(person())).toMatchObject({ ok: true });
    // The platform refused no call's token meanwhile.
    expect([asked(), sent()]).toEqual([3, 3]);
  });

  test('is not learnt from a captive portal, whose date means nothing', async () => {
    gateway.fault('access-token', { kind: 'captive-portal', times: 1 });
    const openApi = client();
    expect(await openApi.getUserInfo(person())).toMatchObject({
      ok: false,
      failure: { kind: 'not-the-platform' },
    });
    expect(asked()).toBe(1);
    expect(await openApi.getUserInfo(person())).toMatchObject({ ok: true });
    expect(asked()).toBe(3);
  });

  test('is asked about twice and no more where the key is wrong, too', async () => {
    const openApi = client({ appKey: 'wrong' });
    const refusal = { ok: false, failure: { kind: 'rejected', code: '100402' } };
    expect(await openApi.getUserInfo(person())).toMatchObject(refusal);
    expect(await openApi.getUserInfo(person())).toMatchObject(refusal);
    expect(asked()).toBe(2);
  });
});

test('a date of the platform’s that is wrong itself keeps no token from being renewed', async () => {
  gateway.fault('all', { kind: 'date-skewed', seconds: 8 * 3600 });
  const openApi = client();
  expect(await openApi.getUserInfo(person())).toMatchObject({ ok: true });
  gateway.revokeAccessTokens();
  pass(2);
  expect(await openApi.getUserInfo(person())).toMatchObject({ ok: true });
  // The second was asked for by the wrong date first, then by the system's clock.
  expect(asked()).toBe(3);
});

test('answers whose dates differ by hours have no access token asked for again', async () => {
  const openApi = client();
  await openApi.getUserInfo(person());
  pass(2);
  for (const seconds of [-8 * 3600, 8 * 3600]) {
    gateway.fault('user-info', { kind: 'date-skewed', seconds, times: 1 });
    expect(await openApi.getUserInfo(person())).toMatchObject({ ok: true });
  }
  expect(await openApi.getUserInfo(person())).toMatchObject({ ok: true });
  expect(asked()).toBe(1);
});

describe('the key', () => {
  test('is not asked for where there is a broker', async () => {
    let keyAsked = 0;
    const openApi = openApiOn(gateway, {
      platform: (given) => ({
        ...given,
        app: { ...given.app, accessTokenUrl: gateway.brokerUrl },
      }),
      options: {
        appKey: async () => {
          keyAsked += 1;
          return { ok: true, value: null };
        },
      },
    });
    expect(await openApi.getUserInfo(person())).toMatchObject({ ok: true });
    expect([keyAsked, asked()]).toEqual([0, 0]);
  });

  test('that is missing leaves the deployment not ready', async () => {
    expect(await client({ appKey: null }).getUserInfo(person())).toEqual({
      ok: false,
      failure: { kind: 'not-ready', needs: 'deployment' },
    });
    expect(gateway.journal).toEqual([]);
  });

  test('that is locked away is a failure of the keychain', async () => {
    const locked = { ok: false, failure: { kind: 'keychain', problem: 'locked' } } as const;
    const openApi = openApiOn(gateway, { options: { appKey: async () => locked } });
    expect(await openApi.getUserInfo(person())).toEqual(locked);
  });

  test('that is wrong is refused by the platform, once a minute at most', async () => {
    const openApi = client({ appKey: 'wrong' });
    const refusal = { ok: false, failure: { kind: 'rejected', code: '100402' } };
    expect(await openApi.getUserInfo(person())).toMatchObject(refusal);
    expect(await openApi.getUserInfo(person())).toMatchObject(refusal);
    expect(asked()).toBe(1);
  });
});

test('cancelling a call does not cost another the access token that both wait for', async () => {
  gateway.fault('access-token', { kind: 'hold', times: 1 });
  const openApi = client();
  const cancel = new AbortController();
  const one = openApi.getUserInfo(person(), cancel.signal);
  const other = openApi.getUserInfo(person());
  await gateway.until('access-token', 1, { until: 'arrived' });
  cancel.abort();
  expect(await one).toEqual({ ok: false, failure: { kind: 'cancelled' } });
  gateway.release();
  expect(await other).toMatchObject({ ok: true });
  expect(asked()).toBe(1);
});
