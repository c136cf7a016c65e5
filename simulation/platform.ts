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
/** An answer's way there and back; half again of it by chance. */
const latency = 60;

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

  const after = (delay: number) =>
    new Promise<void>((resolve) => {
      clock.after(delay, resolve);
    });

  /** Null where the request arrives; what it ends with where it does not. */
  async function arrive(kind: RequestKind): Promise<(Answer & object) | null> {
    const at = clock.now();
    tally.count(kind, at);
    const travel = latency * (1 + random() / 2);
    if (outage === null || at < outage.from || at >= outage.to) {
      await after(travel / 2);
      return null;
    }
    await after(outage.kind === 'hanging' ? timeLimit : travel);
    return outage.kind === 'hanging' ? timedOut : connectionRefused;
  }

  const wayBack = () => after((latency * (1 + random() / 2)) / 2);

  return {
    async giveToken() {
      const failure = await arrive('access-token');
      if (failure !== null) return failure;
      const at = clock.now();
      if (endsOldTokensFrom !== null && at >= endsOldTokensFrom) ended = given;
      given += 1;
      const token = String(given);
      await wayBack();
      return { ok: true, value: { token, expiresAt: at + tokenValidity } };
    },

    async call(kind, token) {
      const failure = await arrive(kind);
      if (failure !== null) return failure;
      const answer = Number(token) <= ended ? 'token-refused' : 'taken';
      await wayBack();
      return answer;
    },

    async readFeed() {
      const failure = await arrive('feed');
      if (failure !== null) return failure;
      await wayBack();
      return 'taken';
    },
  };
}
