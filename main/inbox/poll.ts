/** Asks the feed for what is new from time to time. */
import { type Clock, monotonicClock } from '../session/heartbeat';
import type { Inbox } from './inbox';

export interface Poll {
  /** One reading at once, then one a period, never two at a time. */
  start(): void;
  /** As `start`, but the first reading after `delay` milliseconds. */
  startAfter(delay: number): void;
  stop(): void;
}

/**
 * `period` in milliseconds. ±10 %, and the second reading anywhere within a period after the first,
 * so that desktops that start together do not ask together.
 */
export function createPoll(
  inbox: Pick<Inbox, 'refresh'>,
  period: number,
  random = Math.random,
  clock: Clock = monotonicClock,
): Poll {
  let unplan = () => {};
  let runs = 0;

  async function ask(run: number, delay: () => number): Promise<void> {
    const read = await inbox.refresh();
    const isOver = run !== runs || (!read.ok && read.failure.kind === 'not-ready');
    if (!isOver) unplan = clock.after(delay(), () => void ask(run, periodic));
  }

  const periodic = () => period * (0.9 + 0.2 * random());
  const first = () => period * random();

  const stop = () => {
    runs += 1;
    unplan();
  };
  return {
    start() {
      stop();
      void ask(runs, first);
    },
    startAfter(delay) {
      stop();
      const run = runs;
      unplan = clock.after(delay, () => void ask(run, periodic));
    },
    stop,
  };
}
