/** Asks the feed for what is new from time to time. */
import type { Inbox } from './inbox';

export interface Poll {
  /** One reading at once, then one a period, never two at a time. */
  start(): void;
  /** As `start`, but the first reading after `delay` milliseconds. */
  startAfter(delay: number): void;
  stop(): void;
}

/** `period` in milliseconds; ±10 %, so that desktops that start together do not ask together. */
export function createPoll(
  inbox: Pick<Inbox, 'refresh'>,
  period: number,
  random = Math.random,
): Poll {
  let timer: NodeJS.Timeout | undefined;
  let runs = 0;

  async function ask(run: number): Promise<void> {
    const read = await inbox.refresh();
    const isOver = run !== runs || (!read.ok && read.failure.kind === 'not-ready');
    if (!isOver) timer = setTimeout(() => void ask(run), period * (0.9 + 0.2 * random()));
  }

  const stop = () => {
    runs += 1;
    clearTimeout(timer);
  };
  return {
    start() {
      stop();
      void ask(runs);
    },
    startAfter(delay) {
      stop();
      const run = runs;
      timer = setTimeout(() => void ask(run), delay);
    },
    stop,
  };
}
