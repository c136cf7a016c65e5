/** The platform and the feed as a fleet of clients sees them: answers, or what becomes of them. */

import type { AccessToken } from '../main/openapi/accessToken';
import type { Clock } from '../main/session/heartbeat';
import type { Failure, Result } from '../preload/contract';
import type { RequestKind, Tally } from './tally';

export interface Outage {
  /** Hanging: no answer comes, and each call ends by its own time limit. */
  readonly kind: 'hanging' | 'refusing';
  /** Milliseconds since the start. */
  readonly from: number;
  readonly to: number;
}

export interface PlatformRules {
  readonly outage: Outage | null;
  /** From then on each access token given ends all that were given before; null for never. */
  readonly endsOldTokensFrom: number | null;
  /** Milliseconds for which an access token is valid. */
  readonly tokenValidity: number;
}

export type Answer = 'taken' | 'token-refused' | Extract<Result<never>, { readonly ok: false }>;

export interface SimulatedPlatform {
  giveToken(): Promise<Result<AccessToken>>;
  /** A call that takes an access token. */
  call(kind: Exclude<RequestKind, 'access-token' | 'feed'>, token: string): Promise<Answer>;
  readFeed(): Promise<Answer>;
}

/** The app's time limit for each call; see main/services.ts. */
const timeLimit = 10_000;
/** Milliseconds to the platform and back, at least; half again of it by chance. */
const latency = 100;

const host = 'platform.example';
const failed = (failure: Failure): Answer & object => ({ ok: false, failure });
const timedOut = failed({ kind: 'timeout', host, afterMs: timeLimit });
const connectionRefused = failed({ kind: 'refused', host, how: 'refused' });

export function createPlatform(
  { outage, endsOldTokensFrom, tokenValidity }: PlatformRules,
  clock: Clock,
  tally: Tally,
  random: () => number,
): SimulatedPlatform {
  let given = 0;
  let ended = 0;

  /** Null where the request arrives; what it ends with where it does not. */
  function arrive(kind: RequestKind): Promise<(Answer & object) | null> {
    const at = clock.now();
    tally.count(kind, at);
    const travel = latency * (1 + random() / 2);
    return new Promise((resolve) => {
      if (outage === null || at < outage.from || at >= outage.to) {
        clock.after(travel, () => resolve(null));
      } else if (outage.kind === 'hanging') {
        clock.after(timeLimit, () => resolve(timedOut));
      } else {
        clock.after(travel, () => resolve(connectionRefused));
      }
    });
  }

  return {
    async giveToken() {
      const failure = await arrive('access-token');
      if (failure !== null) return failure;
      const at = clock.now();
      if (endsOldTokensFrom !== null && at >= endsOldTokensFrom) ended = given;
      given += 1;
      const token = String(given);
      return { ok: true, value: { token, expiresAt: at + tokenValidity } };
    },

    async call(kind, token) {
      const failure = await arrive(kind);
      if (failure !== null) return failure;
      return Number(token) <= ended ? 'token-refused' : 'taken';
    },

    async readFeed() {
      const failure = await arrive('feed');
      return failure ?? 'taken';
    },
  };
}
