import { afterEach, describe, expect, test } from 'vitest';
import { type Gateway, type GatewayOptions, startGateway } from '../index';
import { Visitor } from '../visitor';

let gateway: Gateway;
afterEach(() => gateway.close());

async function started(options: GatewayOptions = {}): Promise<Visitor> {
  gateway = await startGateway(options);
  return new Visitor(gateway);
}

const ask = (visitor: Visitor, request: object) =>
  visitor.post('/apigateway/getAccessToken', request);

describe('the access token of the application', () => {
  // printf '%s%s%s' staffroom-practice 0123456789abcdef0123456789abcdef 1700000000000 |
  //   openssl dgst -sha1 -hmac 0123456789abcdef0123456789abcdef | tr a-z A-Z
  const signed = {
    appId: 'staffroom-practice',
    timeStamp: '1700000000000',
    keyInfo: '38DAFD3490E702DF7913AE019CBB81EB6F03E5DB',
  };
  const appKey = '0123456789abcdef0123456789abcdef';

  async function startedThen(): Promise<Visitor> {
    const visitor = await started({ appKey });
    gateway.advanceClock(1_700_000_000_000 - Date.now());
    return visitor;
  }

  test('is given for a signature that openssl has computed', async () => {
    const { json } = await ask(await startedThen(), signed);
    expect(json).toMatchObject({
      retCode: '000000',
      tokenInfo: { accessToken: expect.stringMatching(/^\w{32}$/), appId: signed.appId },
    });
  });

  test.each([
    ['another signature', { ...signed, keyInfo: signed.keyInfo.replace('3', '4') }, '100402'],
    ['the signature in lower case', { ...signed, keyInfo: signed.keyInfo.toLowerCase() }, '100402'],
    ['a signature of another time', { ...signed, timeStamp: '1700000000001' }, '100402'],
    ['another application', { ...signed, appId: 'somebody' }, '100402'],
    ['a time stamp that is no string', { ...signed, timeStamp: 1_700_000_000_000 }, '100001'],
    ['no signature', { ...signed, keyInfo: undefined }, '100001'],
  ])('is refused for %s', async (_, request, code) => {
    const { json } = await ask(await startedThen(), request);
    expect(json).toEqual({ retCode: code, retDesc: expect.any(String) });
  });

  test('is refused to a clock that is eleven minutes off', async () => {
    const visitor = await started();
    const { json } = await visitor.askAccessToken(String(Date.now() - 11 * 60_000));
    expect(json.retCode).toBe('100403');
  });

  test('ends at its validTime', async () => {
    const visitor = await started({ accessTokenSeconds: 60 });
    await visitor.askAccessToken();
    expect((await visitor.heartbeat('none')).json.code).toBe('100000');
    gateway.advanceClock(60_000);
    expect((await visitor.heartbeat('none')).json.code).toBe('100401');
  });

  test('lives beside the next one where the platform allows many', async () => {
    const first = await started();
    await first.askAccessToken();
    await Visitor.withAccessToken(gateway);
    expect((await first.heartbeat('none')).json.code).toBe('100000');
  });

  test('ends with the next one where the platform allows one', async () => {
    const first = await started({ accessTokens: 'one' });
    await first.askAccessToken();
    const second = await Visitor.withAccessToken(gateway);
    expect((await first.heartbeat('none')).json.code).toBe('100401');
    expect((await second.heartbeat('none')).json.code).toBe('100000');
  });

  test('that is unknown is refused by each call that wants one', async () => {
    const visitor = await started();
    const answers = await Promise.all([
      visitor.post('/oauth/createOauthTicket', {}),
      visitor.post('/oauth/getOauthToken', {}),
      visitor.post('/userSession/validaTicket', {}),
      visitor.get('/user/openapi/user/get-user-info'),
      visitor.heartbeat('none'),
      visitor.mark({}),
    ]);
    expect(answers.map(({ status, json }) => [status, json.retCode ?? json.code])).toEqual(
      Array(6).fill([200, '100401']),
    );
  });

  test('is refused with HTTP 401 where the platform does so', async () => {
    const visitor = await started({ refusedAccessToken: 'http-401' });
    expect(await visitor.heartbeat('none')).toMatchObject({ status: 401 });
  });

  test('is refused once a second machine has ended it', async () => {
    const visitor = await started();
    await visitor.askAccessToken();
    gateway.revokeAccessTokens();
    expect((await visitor.heartbeat('none')).json.code).toBe('100401');
  });

  test('is the same for all who ask the broker', async () => {
    const visitor = await started();
    const [one, other] = [
      await visitor.get('/broker/access-token'),
      await visitor.get('/broker/access-token'),
    ];
    expect(one.json.tokenInfo).toBeDefined();
    expect(other.json.tokenInfo).toEqual(one.json.tokenInfo);
  });
});
