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

export interface Heartbeats {
  /** Plans the next one, in place of what was planned. Milliseconds. */
  after(delay: number): void;
  /** Sends one at once, or joins the one under way. */
  now(): Promise<void>;
  /** Cancels what is planned and what is under way. */
  stop(): void;
}

/** `send` sends one heartbeat and plans the next by `after`; it must not throw. */
export function createHeartbeats(send: (signal: AbortSignal) => Promise<void>): Heartbeats {
  let timer: NodeJS.Timeout | undefined;
  let underWay: { readonly done: Promise<void>; readonly cancel: AbortController } | null = null;

  function now(): Promise<void> {
    clearTimeout(timer);
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

  return {
    now,
    after(delay) {
      clearTimeout(timer);
      timer = setTimeout(() => void now(), delay);
    },
    stop() {
      clearTimeout(timer);
      underWay?.cancel.abort();
      underWay = null;
    },
  };
}
