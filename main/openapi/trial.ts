/** Tries a platform part by part, before anybody signs in to it; see the first run's "Check". */
import type { DeploymentPart, Failure, Result } from '../../preload/contract';
import { askForAccessToken } from './accessTokenCall';
import { exchange, settle } from './call';
import { orCancelled } from './cancel';
import { malformed } from './decode';
import { networkFailure } from './failure';
import { createSend, statusFailure } from './http';
import type { OpenApiOptions } from './openApi';
import { createPlatformClock } from './platformClock';
import { loginPageUrl, loginTicketCall } from './ticket';

export interface Trial {
  /** Those that the platform has, in the order in which they are to be tried: each may need the last. */
  readonly parts: readonly DeploymentPart[];
  /** `not-tried` where an earlier part did not give what it needs. */
  attempt(part: DeploymentPart, signal: AbortSignal): Promise<Result<'works' | 'not-tried'>>;
}

export type TrialOptions = Pick<
  OpenApiOptions,
  'platform' | 'appKey' | 'fetch' | 'limits' | 'issuerOf' | 'now'
>;

const works = { ok: true, value: 'works' } as const;
const notTried = { ok: true, value: 'not-tried' } as const;
const failed = (failure: Failure) => ({ ok: false, failure }) as const;

export function createTrial(options: TrialOptions): Trial {
  const { platform, appKey, fetch, limits, issuerOf = () => null, now = Date.now } = options;
  const { feedUrl } = platform.messages;
  const { origin } = new URL(platform.gateway);
  const clock = createPlatformClock(now);
  const send = createSend({
    fetch,
    limits,
    issuerOf,
    dated(url, date) {
      if (new URL(url).origin === origin) clock.learn(date);
    },
  });
  let accessToken: string | null = null;
  let loginTicket: string | null = null;

  async function tryAccessToken(signal: AbortSignal): Promise<Result<'works'>> {
    const asking = askForAccessToken({ platform, appKey, send, clock, systemNow: now });
    const answer = await orCancelled(asking, signal);
    if (!answer.ok) return answer;
    accessToken = answer.value.token;
    return works;
  }

  async function tryLoginTicket(signal: AbortSignal): Promise<Result<'works' | 'not-tried'>> {
    if (accessToken === null) return notTried;
    const call = loginTicketCall(platform);
    const secrets = [...call.secrets, accessToken];
    const query = { ...call.request.query, accessToken };
    const request = { ...call.request, query };
    const answer = settle({ ...call, secrets }, await exchange(send, request, signal));
    if (!answer.ok) return answer;
    loginTicket = answer.value;
    return works;
  }

  /** Without a ticket the page may refuse, as long as it does so in HTML: it is there. */
  async function tryLoginPage(signal: AbortSignal): Promise<Result<'works'>> {
    const { page } = platform.login;
    const address = loginTicket === null ? page : loginPageUrl(platform, loginTicket);
    const { host } = new URL(page);
    const startedAt = performance.now();
    const late = AbortSignal.timeout(limits.timeoutMs);
    const attempt = () => ({
      host,
      afterMs: Math.round(performance.now() - startedAt),
      limitBytes: limits.bytes,
      issuer: issuerOf(host),
    });
    try {
      // Redirects are followed as the login window follows them, to a sign-on of the region's own.
      const answer = await fetch(address, {
        credentials: 'omit',
        headers: { Accept: 'text/html' },
        signal: AbortSignal.any([signal, late]),
      });
      await answer.body?.cancel();
      const isRefusal = loginTicket === null && [400, 401, 403].includes(answer.status);
      const failure = isRefusal ? null : statusFailure(answer.status, host);
      if (failure !== null) return failed(failure);
      const type = answer.headers.get('content-type') ?? '';
      return /html/i.test(type) ? works : malformed('(body)', 'not HTML');
    } catch (error) {
      if (signal.aborted) return failed({ kind: 'cancelled' });
      if (late.aborted) return failed({ kind: 'timeout', host, afterMs: limits.timeoutMs });
      return failed(networkFailure(error, attempt()));
    }
  }

  /** Nobody is signed in: that the feed wants a token is what shows that it is there. */
  async function tryFeed(url: string, signal: AbortSignal): Promise<Result<'works'>> {
    const answer = await send({ method: 'GET', url, query: { limit: '1' } }, signal);
    const { failure } = answer.ok ? { failure: null } : answer;
    const wantsToken = failure?.kind === 'http-status' && [401, 403].includes(failure.status);
    return failure === null || wantsToken ? works : failed(failure);
  }

  /** Asked by GET, which marks nothing, so that any answer of a server's counts but its own fault. */
  async function tryMessageGateway(signal: AbortSignal): Promise<Result<'works'>> {
    const url = `${platform.messageGateway}/msgCenter/message/modMsgStatus`;
    const answer = await send({ method: 'GET', url }, signal);
    if (answer.ok) return works;
    const { failure } = answer;
    return failure.kind === 'http-status' || failure.kind === 'malformed' ? works : failed(failure);
  }

  return {
    parts: [
      'access-token',
      'login-ticket',
      'login-page',
      ...(feedUrl === undefined ? [] : (['feed'] as const)),
      'message-gateway',
    ],
    async attempt(part, signal) {
      switch (part) {
        case 'access-token':
          return tryAccessToken(signal);
        case 'login-ticket':
          return tryLoginTicket(signal);
        case 'login-page':
          return tryLoginPage(signal);
        case 'feed':
          return feedUrl === undefined ? notTried : tryFeed(feedUrl, signal);
        case 'message-gateway':
          return tryMessageGateway(signal);
      }
    },
  };
}
