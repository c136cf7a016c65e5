/** When heartbeats go out: one at a time, spread by chance, slower after failures. */

export interface HeartbeatPace {
  /** Milliseconds between heartbeats on a healthy network. */
  readonly period: number;
  /** 1, or less where a practice run is to go faster: see `paceOf` in the deployment. */
  readonly scale: number;
  /** 0 to 1, like Math.random. */
  readonly random: () => number;
}

const firstBackoff = 5_000;
const confirmAfter = 3_000;

/** ±10 %, so that desktops that start together do not beat together. */
export const periodicDelay = ({ period, random }: HeartbeatPace): number =>
  period * (0.9 + 0.2 * random());

/**
 * Exponential with full jitter (Brooker, "Exponential Backoff and Jitter", AWS 2015): anything up
 * to 5 s doubled with each failure, never more than the period. `failures` counts from 1.
 */
export const backoffDelay = (
  { period, scale, random }: HeartbeatPace,
  failures: number,
): number => {
  const ceiling = Math.min(period, firstBackoff * scale * 2 ** Math.min(failures - 1, 20));
  return Math.max(ceiling * random(), Math.min(ceiling, 500 * scale));
};

/** How long after a `100000` the one that confirms it goes out. */
export const confirmDelay = ({ period, scale }: HeartbeatPace): number =>
  Math.min(period, confirmAfter * scale);

/**
 * How soon after waking: 0–5 s by chance, so that the desktops of a school that wake together do not
 * ask together.
 */
export const wakeDelay = ({ scale, random }: Omit<HeartbeatPace, 'period'>): number =>
  5_000 * scale * random();

/** Time as it passes, whatever the clock on the wall is set to. */
export interface Clock {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Runs once after `delay` milliseconds, unless what it gives back is called before. */
  after(delay: number, run: () => void): () => void;
}

/** libuv's timers run on the monotonic clock, like this one. */
export const monotonicClock: Clock = {
  now: () => performance.now(),
  after(delay, run) {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
};

export interface Heartbeats {
  /** Plans the next one, in place of what was planned. Milliseconds. */
  after(delay: number): void;
  /** Like `after`, but what is planned for earlier or under way stays; ends a pause. */
  within(delay: number): void;
  /** Sends one at once, or joins the one under way. */
  now(): Promise<void>;
  /** Cancels what is under way; nothing is sent until `within` or `now`. */
  pause(): void;
  /** Cancels what is planned and what is under way. */
  stop(): void;
}

/** `send` sends one heartbeat and plans the next by `after`; it must not throw. */
export function createHeartbeats(
  send: (signal: AbortSignal) => Promise<void>,
  clock: Clock = monotonicClock,
): Heartbeats {
  let planned: { readonly at: number; readonly cancel: () => void } | null = null;
  let underWay: { readonly done: Promise<void>; readonly cancel: AbortController } | null = null;
  let paused = false;

  function unplan(): void {
    planned?.cancel();
    planned = null;
  }

  function now(): Promise<void> {
    unplan();
    paused = false;
    if (underWay !== null) return underWay.done;
    const cancel = new AbortController();
    const beat = {
      cancel,
      done: send(cancel.signal).finally(() => {
        if (underWay === beat) underWay = null;
      }),
    };
    underWay = beat;
    return beat.done;
  }

  function after(delay: number): void {
    if (paused) return;
    unplan();
    planned = { at: clock.now() + delay, cancel: clock.after(delay, () => void now()) };
  }

  function stop(): void {
    unplan();
    underWay?.cancel.abort();
    underWay = null;
  }

  return {
    now,
    after,
    within(delay) {
      paused = false;
      const isSooner = planned !== null && planned.at <= clock.now() + delay;
      if (underWay === null && !isSooner) after(delay);
    },
    pause() {
      stop();
      paused = true;
    },
    stop() {
      stop();
      paused = false;
    },
  };
}
