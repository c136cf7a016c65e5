/**
 * The application's access token: fetched once for all calls, renewed ahead of its end, and anew
 * after an answer that refused it. It belongs to the application, not to the person, and some
 * gateways end the old one when a new one is asked for: two desktops that asked at every refusal
 * would take it from each other for ever. So none is asked for within a minute of the last answer.
 */
import type { EpochMs, Failure, Result } from '../../preload/contract';
import { orCancelled } from './cancel';

export interface AccessToken {
  readonly token: string;
  /** By the system's clock; null where the platform did not say, or nothing that could be meant. */
  readonly expiresAt: EpochMs | null;
}

export interface AccessTokens {
  current(signal: AbortSignal | undefined): Promise<Result<string>>;
  /** The one that follows `refused`; null when it is too early to ask for another. */
  following(refused: string, signal: AbortSignal | undefined): Promise<Result<string> | null>;
}

const MINUTE = 60_000;
/** Desktops that were refused at the same moment do not ask again at the same moment. */
const LARGEST_JITTER = 15_000;
/** How long a token is taken for valid where the platform does not say. */
const DEFAULT_VALIDITY = 60 * MINUTE;
/** How long ahead of its end one is renewed at the latest; at the earliest, twice as long. */
const LARGEST_MARGIN = MINUTE;

interface Held {
  readonly token: string;
  /** A clock that was set back to before this says nothing of the token's end. */
  readonly since: EpochMs;
  readonly renewAt: EpochMs;
  readonly expiresAt: EpochMs;
}

export function createAccessTokens(
  ask: () => Promise<Result<AccessToken>>,
  now: () => EpochMs,
  /** 0 to 1, like Math.random. */
  random: () => number = Math.random,
): AccessTokens {
  let held: Held | null = null;
  let pending: Promise<Result<string>> | null = null;
  let lastAnswer: { readonly at: EpochMs; readonly askAgainAt: EpochMs } | null = null;
  let refusal: Result<string> | null = null;

  // A clock that was set back must not hold it up.
  const tooEarly = () =>
    lastAnswer !== null && now() >= lastAnswer.at && now() < lastAnswer.askAgainAt;

  async function fetchOne(): Promise<Result<string>> {
    const answer = await ask();
    const at = now();
    if (answer.ok || wasAnswered(answer.failure)) {
      lastAnswer = { at, askAgainAt: at + MINUTE + random() * LARGEST_JITTER };
    }
    if (answer.ok) {
      held = hold(answer.value, at, random());
      refusal = null;
      return { ok: true, value: held.token };
    }
    refusal = answer;
    return answer;
  }

  /** One request for all who wait. No caller's cancelling ends it for the others. */
  function fetchShared(signal: AbortSignal | undefined): Promise<Result<string>> {
    pending ??= fetchOne().finally(() => {
      pending = null;
    });
    return orCancelled(pending, signal);
  }

  return {
    async current(signal) {
      if (held !== null && now() >= held.since && now() < held.renewAt)
        return { ok: true, value: held.token };
      if (pending === null && tooEarly()) {
        if (held !== null) return { ok: true, value: held.token };
        if (refusal !== null) return refusal;
      }
      const fetched = await fetchShared(signal);
      if (fetched.ok || fetched.failure.kind === 'cancelled') return fetched;
      // It was asked for ahead of time: what is held may still do.
      return held !== null && now() < held.expiresAt ? { ok: true, value: held.token } : fetched;
    },

    async following(refused, signal) {
      if (held !== null && held.token !== refused) return { ok: true, value: held.token };
      if (pending === null && tooEarly()) return null;
      return fetchShared(signal);
    },
  };
}

/** `chance`, 0 to 1, spreads the desktops that got the same token from a broker. */
function hold({ token, expiresAt }: AccessToken, at: EpochMs, chance: number): Held {
  // An end that is already past says nothing: a clock is wrong, or a duration stands in its place.
  const end = expiresAt !== null && expiresAt > at ? expiresAt : at + DEFAULT_VALIDITY;
  const margin = Math.min(LARGEST_MARGIN, (end - at) / 10);
  return { token, since: at, expiresAt: end, renewAt: end - margin * (1 + chance) };
}

/** Whether the platform itself answered: a network that failed is no reason to wait. */
function wasAnswered({ kind }: Failure): boolean {
  return kind === 'rejected' || kind === 'http-status' || kind === 'malformed';
}
