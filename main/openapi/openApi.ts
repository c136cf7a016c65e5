import type { EpochMs, PersonId, Result } from '../../preload/contract';
import type { Haste } from './accessToken';
import type { FeedPage, FeedQuery } from './feed';
import type { Heartbeat } from './heartbeat';
import type { Marks } from './marks';
import type { OauthToken } from './oauthToken';
import type { Platform } from './platform';
import type { TicketSession } from './ticket';
import type { UserInfo } from './userInfo';

export interface OpenApiOptions {
  readonly platform: Platform;
  /** Asked whenever an access token has to be signed for; null where a broker is used. */
  readonly appKey: () => Promise<Result<string | null>>;
  /** An Electron session's, so that the system's proxy and certificates apply; Node's in tests. */
  readonly fetch: typeof fetch;
  /** No request is made before it has ended. */
  readonly begin?: Promise<void>;
  /** For each answer: how long it may take and how large it may be. */
  readonly limits: { readonly timeoutMs: number; readonly bytes: number };
  /** Who issued the certificate of `host` that was refused last; null where that is not known. */
  readonly issuerOf?: (host: string) => string | null;
  /** The system's clock, which may be wrong. */
  readonly now?: () => EpochMs;
  readonly random?: () => number;
  /** See `AccessTokenPace`. */
  readonly refusalSpreadMs?: number;
}

/**
 * Every call gives a failure instead of throwing. Beside its own failures each can end as
 * `cancelled`, as one of the network's kinds, `too-large`, `http-status`, `server`,
 * `not-the-platform`, `malformed`, `rejected`, and as whatever kept the access token away.
 */
export interface OpenApi {
  /** A one-time ticket for the login page. */
  createLoginTicket(signal?: AbortSignal): Promise<Result<string>>;

  /** The address of the login page. It holds the ticket: to be opened, never kept or logged. */
  loginPageUrl(ticket: string): string;

  /** The token for the code that the redirect brought. */
  exchangeCode(oauthCode: string, signal?: AbortSignal): Promise<Result<OauthToken>>;

  /** The session behind a ticket that the redirect brought. */
  sessionFromTicket(ticket: string, signal?: AbortSignal): Promise<Result<TicketSession>>;

  getUserInfo(personId: PersonId, signal?: AbortSignal): Promise<Result<UserInfo>>;

  /**
   * Codes other than the three that say how a session is are failures of kind `rejected`. At once by
   * default; by chance where nobody waits for it: then a refused access token is its answer.
   */
  heartbeat(sessionId: string, signal?: AbortSignal, haste?: Haste): Promise<Result<Heartbeat>>;

  /** 1 to 50 ids; any other number is `invalid-argument`, and nothing is sent. */
  markMessages(marks: Marks, signal?: AbortSignal): Promise<Result<'taken'>>;

  /** What is new or changed after `since`; without it, from the beginning. */
  readFeed(query: FeedQuery, signal?: AbortSignal): Promise<Result<FeedPage>>;
}
