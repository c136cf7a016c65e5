/** A platform that repeats in its words whatever it was sent. */
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { MessageId, PersonId, Result } from '../../preload/contract';
import { createOpenApi } from './client';
import type { OpenApi } from './openApi';
import { limits, type OddServer, serve } from './practice';

const appKey = 'the-appKey+with/signs=';
const secrets = ['the-access-token', 'the-code', 'the-ticket', 'the-session', 'the-oauth-token'];
const personId = 'the-person' as PersonId;

/** `gives` says whether call 1 is answered as it should be. */
const echoing = (gives: 'tokens' | 'no tokens') =>
  serve(async (request, response) => {
    const { url, headers } = request;
    const sent = await text(request);
    const echo = { retCode: '109999', retDesc: [sent, headers.authorization, url].join(' ') };
    const token = { retCode: '000000', tokenInfo: { accessToken: 'the-access-token' } };
    const asked = url?.startsWith('/apigateway/') && gives === 'tokens';
    response.end(JSON.stringify(asked ? token : echo));
  });

const clientOf = ({ url }: OddServer): OpenApi =>
  createOpenApi({
    platform: {
      gateway: url,
      messageGateway: url,
      app: { appId: 'app', accessTokenInvalidCodes: [] },
      login: { page: `${url}/login`, redirectUri: 'https://app.example/', ticketMethod: 'GET' },
      messages: { feedUrl: `${url}/feed` },
    },
    appKey: async () => ({ ok: true, value: appKey }),
    fetch,
    limits,
  });

type Make = (openApi: OpenApi) => Promise<Result<unknown>>;

test.each<[string, Make]>([
  ['createLoginTicket', (openApi) => openApi.createLoginTicket()],
  ['exchangeCode', (openApi) => openApi.exchangeCode('the-code')],
  ['sessionFromTicket', (openApi) => openApi.sessionFromTicket('the-ticket')],
  ['getUserInfo', (openApi) => openApi.getUserInfo(personId)],
  ['heartbeat', (openApi) => openApi.heartbeat('the-session')],
  [
    'markMessages',
    (openApi) => openApi.markMessages({ personId, ids: ['1' as MessageId], as: 'read' }),
  ],
  [
    'readFeed',
    (openApi) => openApi.readFeed({ personId, oauthToken: 'the-oauth-token', limit: 1 }),
  ],
])('no secret comes back from %s', async (_call, make) => {
  await using server = await echoing('tokens');
  const told = JSON.stringify(await make(clientOf(server)));
  expect(told).toContain('"code":"109999"');
  expect(told).toContain('…');
  for (const secret of secrets) expect(told).not.toContain(secret);
});

test('neither the key nor its signature comes back from call 1', async () => {
  await using server = await echoing('no tokens');
  const told = JSON.stringify(await clientOf(server).createLoginTicket());
  expect(told).toContain('\\"keyInfo\\":\\"…\\"');
  expect(told).not.toContain('the-appKey');
});
