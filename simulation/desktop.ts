/**
 * One desktop: the app's own heartbeats, pace, access token and poll of the feed, on simulated time.
 * What it adds is the wiring that main/services.ts and main/session do between them.
 */
import { createPoll } from '../main/inbox/poll';
import { createAccessTokens, type Haste } from '../main/openapi/accessToken';
import { withAccessToken } from '../main/openapi/withAccessToken';
import { type Clock, createHeartbeats, createPacing } from '../main/session/heartbeat';
import type { Failure, Result } from '../preload/contract';
import type { Answer, SimulatedPlatform } from './platform';

/** The deployment's defaults, in milliseconds. */
export const heartbeatPeriod = 120_000;
export const pollPeriod = 60_000;

export interface Desktop {
  /** Signed in by an earlier run: heartbeat, profile and feed at once. */
  start(): void;
  /** Whether its last heartbeat was answered. */
  reach(): 'active' | 'unreachable';
}

const refusedToken: Failure = { kind: 'http-status', host: 'platform.example', status: 401 };

export function createDesktop(
  platform: SimulatedPlatform,
  clock: Clock,
  random: () => number,
): Desktop {
  let state: ReturnType<Desktop['reach']> = 'unreachable';
  let profile: 'read' | 'failed' | 'not-yet' = 'not-yet';

  const tokens = createAccessTokens(() => platform.giveToken(), {
    now: () => clock.now(),
    random,
    refusalSpreadMs: 2 * heartbeatPeriod,
  });

  function call(kind: 'heartbeat' | 'profile', haste: Haste): Promise<Result<'taken'>> {
    let tried = 0;
    return withAccessToken(tokens, { signal: undefined, haste }, async (token) => {
      const answer = await platform.call(tried === 0 ? kind : 'repeat', token);
      tried += 1;
      return { kind: answer === 'token-refused' ? 'refused' : 'taken', outcome: resultOf(answer) };
    });
  }

  async function readProfile(): Promise<void> {
    const read = await call('profile', 'at-once');
    profile = read.ok ? 'read' : 'failed';
  }

  const poll = createPoll(
    { refresh: async () => readingOf(await platform.readFeed()) },
    pollPeriod,
    random,
    clock,
  );

  const pacing = createPacing({ period: heartbeatPeriod, scale: 1, random });
  let beats = 0;
  const heartbeats = createHeartbeats(async () => {
    const answer = await call('heartbeat', 'by-chance');
    const isBack = answer.ok && state === 'unreachable' && beats > 0;
    beats += 1;
    state = answer.ok ? 'active' : 'unreachable';
    if (isBack) {
      if (profile === 'failed') void readProfile();
      poll.start();
    }
    heartbeats.after(pacing.after(answer.ok ? 'alive' : 'unanswered'));
  }, clock);

  return {
    start() {
      void heartbeats.now();
      void readProfile();
      poll.start();
    },
    reach: () => state,
  };
}

function resultOf(answer: Answer): Result<'taken'> {
  if (answer === 'taken') return { ok: true, value: 'taken' };
  return answer === 'token-refused' ? { ok: false, failure: refusedToken } : answer;
}

const readingOf = (answer: Answer): Result<'refreshed'> =>
  typeof answer === 'string' ? { ok: true, value: 'refreshed' } : answer;
