/**
 * The application's access token: fetched once for all calls, renewed ahead of its end, and anew
 * after an answer that refused it. It belongs to the application, not to the person, and some
 * gateways end the old one when a new one is asked for: two desktops that asked at every refusal
 * would take it from each other for ever. So none is asked for within a minute of the last answer, and
 * calls that nobody waits for leave it to chance when to ask.
 */
import type { EpochMs, Failure, Result } from '../../preload/contract';
import { orCancelled } from './cancel';

export interface AccessToken {
  readonly token: string;
  /** By the system's clock; null where the platform did not say, or nothing that could be meant. */
  readonly expiresAt: EpochMs | null;
}

/** Whether somebody waits for the call that needs the token. */
export type Haste = 'at-once' | 'by-chance';

export interface AccessTokens {
  /** By chance, this is the refusal itself while a refused token is not to be followed yet. */
  current(signal: AbortSignal | undefined, haste: Haste): Promise<Result<string>>;
  /** Tells what the platform answered to a call with `token`. */
  refused(token: string, refusal: Refusal): void;
  /** The one that follows `refused`; null when it is too early to ask for another. */
  following(refused: string, signal: AbortSignal | undefined): Promise<Result<string> | null>;
}

export interface AccessTokenPace {
  readonly now: () => EpochMs;
  /** 0 to 1, like Math.random. */
  readonly random: () => number;
  /**
   * Milliseconds over which calls by chance spread their asking for another token after a refusal,
   * doubled with each refusal in a row up to eight times. When a platform ends the tokens of all, the
   * refusals alone are its usual rate; with two more calls each at once, it would be three times.
   */
  readonly refusalSpreadMs: number;
}

type Refusal = Extract<Result<never>, { readonly ok: false }>;

const MINUTE = 60_000;
/** Desktops that were refused at the same moment do not ask again at the same moment. */
const LARGEST_JITTER = 15_000;
const MOST_DOUBLINGS = 3;
/** How long a token is taken for valid where the platform does not say. */
const DEFAULT_VALIDITY = 60 * MINUTE;
/** How long ahead of its end one is renewed at the latest; at the earliest, twice as long. */
const LARGEST_MARGIN = MINUTE;

interface Held {
  readonly token: string;
  /** A clock that was set back to before this says nothing of the token's end. */
  readonly givenAt: EpochMs;
  readonly renewAt: EpochMs;
  readonly expiresAt: EpochMs;
}

interface Refused {
  readonly token: string;
  readonly answer: Refusal;
  /** Until then calls by chance are not made: the platform has said what it would answer. */
  readonly until: EpochMs;
}

export function createAccessTokens(
  ask: () => Promise<Result<AccessToken>>,
  { now, random, refusalSpreadMs }: AccessTokenPace,
): AccessTokens {
  let held: Held | null = null;
  let pending: Promise<Result<string>> | null = null;
  let lastAnswer: { readonly at: EpochMs; readonly askAgainAt: EpochMs } | null = null;
  let askingFailed: Result<string> | null = null;
  let refused: Refused | null = null;
  let refusalsInARow = 0;

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
      held = hold(answer.value, at, random);
      askingFailed = null;
      return { ok: true, value: held.token };
    }
    askingFailed = answer;
    // Ahead of time it could wait: the next try is by chance within what is left.
    if (held !== null && held.expiresAt > at)
      held = { ...held, renewAt: at + (held.expiresAt - at) * random() };
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
    async current(signal, haste) {
      if (haste === 'by-chance' && refused !== null && refused.token === held?.token) {
        if (now() < refused.until) return refused.answer;
        if (pending !== null || !tooEarly()) return fetchShared(signal);
      }
      if (held !== null && now() >= held.givenAt && now() < held.renewAt)
        return { ok: true, value: held.token };
      if (pending === null && tooEarly()) {
        if (held !== null) return { ok: true, value: held.token };
        if (askingFailed !== null) return askingFailed;
      }
      const fetched = await fetchShared(signal);
      if (fetched.ok || fetched.failure.kind === 'cancelled') return fetched;
      // It was asked for ahead of time: what is held may still do.
      return held !== null && now() < held.expiresAt ? { ok: true, value: held.token } : fetched;
    },

    refused(token, answer) {
      if (held?.token !== token || refused?.token === token) return;
      const at = now();
      const isAgain = at - held.givenAt < refusalSpreadMs * 2 ** (MOST_DOUBLINGS + 1);
      refusalsInARow = isAgain ? refusalsInARow + 1 : 1;
      const spread = refusalSpreadMs * 2 ** Math.min(refusalsInARow - 1, MOST_DOUBLINGS);
      refused = { token, answer, until: at + spread * random() };
    },

    async following(token, signal) {
      if (held !== null && held.token !== token) return { ok: true, value: held.token };
      if (pending === null && tooEarly()) return null;
      return fetchShared(signal);
    },
  };
}

/**
 * Renewed by chance in the second half of its life, a minute ahead of its end at the latest: desktops
 * that got theirs in the same minute of the morning do not all ask again in another.
 */
function hold({ token, expiresAt }: AccessToken, at: EpochMs, random: () => number): Held {
  // An end that is already past says nothing: a clock is wrong, or a duration stands in its place.
  const end = expiresAt !== null && expiresAt > at ? expiresAt : at + DEFAULT_VALIDITY;
  const latest = end - Math.min(LARGEST_MARGIN, (end - at) / 10);
  const renewAt = latest - (random() * (end - at)) / 2;
  return { token, givenAt: at, expiresAt: end, renewAt };
}

/** Whether the platform itself answered: a network that failed is no reason to wait. */
function wasAnswered({ kind }: Failure): boolean {
  return kind === 'rejected' || kind === 'http-status' || kind === 'malformed';
}
