import type { Result } from '../../preload/contract';
import { createAccessTokens, type Haste } from './accessToken';
import { askForAccessToken } from './accessTokenCall';
import { type Call, exchange, settle } from './call';
import type { Envelope } from './envelope';
import { feedCall } from './feed';
import { heartbeatCall } from './heartbeat';
import { createSend } from './http';
import { MOST_MARKS, marksCall } from './marks';
import { oauthTokenCall } from './oauthToken';
import type { OpenApi, OpenApiOptions } from './openApi';
import { createPlatformClock } from './platformClock';
import { loginPageUrl, loginTicketCall, ticketSessionCall } from './ticket';
import { userInfoCall } from './userInfo';
import { withAccessToken } from './withAccessToken';

/** By so much a page of the feed may be larger than other answers: nobody limits what is written. */
const feedTimes = 4;

export function createOpenApi(options: OpenApiOptions): OpenApi {
  const { platform, appKey, now = Date.now, random = Math.random } = options;
  const { refusalSpreadMs = 240_000 } = options;
  const clock = createPlatformClock(now);
  const { origin } = new URL(platform.gateway);
  const send = createSend({
    ...options,
    // The gateway checks time stamps and names the ends of tokens: a feed's clock is its own.
    dated(url, date) {
      if (new URL(url).origin === origin) clock.learn(date);
    },
  });
  const { timeoutMs, bytes } = options.limits;
  const sendFeed = createSend({ ...options, limits: { timeoutMs, bytes: feedTimes * bytes } });
  const source = { platform, appKey, send, clock, systemNow: now };
  const tokens = createAccessTokens(() => askForAccessToken(source), {
    now,
    random,
    refusalSpreadMs,
  });

  const refusesToken = (answer: Result<Envelope>): boolean =>
    answer.ok
      ? platform.app.accessTokenInvalidCodes.includes(answer.value.code)
      : answer.failure.kind === 'http-status' &&
        (answer.failure.status === 401 || answer.failure.status === 403);

  const ask = <Value>(
    call: Call<Value>,
    signal: AbortSignal | undefined,
    haste: Haste = 'at-once',
  ) =>
    withAccessToken<Value>(tokens, { signal, haste }, async (accessToken) => {
      const query = { ...call.request.query, accessToken };
      const answer = await exchange(send, { ...call.request, query }, signal);
      const secrets = [...call.secrets, accessToken];
      const outcome = settle({ ...call, secrets }, answer);
      return { kind: refusesToken(answer) ? 'refused' : 'taken', outcome };
    });

  return {
    createLoginTicket: (signal) => ask(loginTicketCall(platform), signal),
    loginPageUrl: (ticket) => loginPageUrl(platform, ticket),
    exchangeCode: (oauthCode, signal) => ask(oauthTokenCall(platform, oauthCode), signal),
    sessionFromTicket: (ticket, signal) => ask(ticketSessionCall(platform, ticket), signal),
    getUserInfo: (personId, signal) => ask(userInfoCall(platform, personId), signal),
    heartbeat: (sessionId, signal, haste) => ask(heartbeatCall(platform, sessionId), signal, haste),

    async markMessages(marks, signal) {
      if (marks.ids.length === 0 || marks.ids.length > MOST_MARKS) {
        return { ok: false, failure: { kind: 'invalid-argument', argument: 'ids' } };
      }
      return ask(marksCall(platform, marks), signal);
    },

    /** The feed is no call of the platform's: it takes the person's token, not the application's. */
    async readFeed(query, signal) {
      const { feedUrl } = platform.messages;
      if (feedUrl === undefined)
        return { ok: false, failure: { kind: 'not-ready', needs: 'feed' } };
      const call = feedCall(feedUrl, query);
      return settle(call, await exchange(sendFeed, call.request, signal));
    },
  };
}
