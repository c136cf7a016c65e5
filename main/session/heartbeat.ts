/** When heartbeats go out: one at a time, spread by chance, slower after failures. */

export interface HeartbeatPace {
  /** Milliseconds between heartbeats on a healthy network. */
  readonly period: number;
  /** 1, or less where a practice run is to go faster: see `paceOf` in the deployment. */
  readonly scale: number;
  /** 0 to 1, like Math.random. */
  readonly random: () => number;
}

const shortestBackoff = 5_000;
const confirmAfter = 3_000;

/** ±10 %, so that desktops that start together do not beat together. */
export const periodicDelay = ({ period, random }: HeartbeatPace): number =>
  period * (0.9 + 0.2 * random());

/**
 * The first pause after a start, a sign-in or waking: anywhere within a period. Desktops switched on
 * at the same minute would else beat in step for hours, since ±10 % drives them apart only slowly.
 */
export const firstDelay = ({ period, scale, random }: HeartbeatPace): number =>
  between(Math.min(period, shortestBackoff * scale), period, random);

/**
 * Full jitter (Brooker, "Exponential Backoff and Jitter", AWS 2015) from 5 s up to the period; from
 * the second failure on, from two thirds of the period up. `failures` counts from 1.
 *
 * It grows in one step and not by doubling, for the sake of the platform: while an outage begins,
 * every heartbeat that was due goes out as well. So to stay under twice the usual rate a desktop may
 * try again less than once, on average, in the period after its first failure. A ceiling that
 * doubles from 5 s makes it five times; a floor that doubles from 5 s, 1.3 times.
 */
export const backoffDelay = (
  { period, scale, random }: HeartbeatPace,
  failures: number,
): number => {
  const shortest = Math.min(period, shortestBackoff * scale);
  return between(failures <= 1 ? shortest : Math.max(shortest, (period * 2) / 3), period, random);
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

const between = (least: number, most: number, random: () => number): number =>
  least + (most - least) * random();

/** What pause follows what outcome. */
export interface Pacing {
  /** Milliseconds to the next heartbeat. `doubted`: a first `100000` came, to be confirmed. */
  after(outcome: 'alive' | 'doubted' | 'unanswered'): number;
  /** A start, a sign-in, waking: many desktops may do so at the same moment. */
  restart(): void;
}

export function createPacing(pace: HeartbeatPace): Pacing {
  let failures = 0;
  let rhythm: 'not-yet' | 'found' = 'not-yet';
  return {
    after(outcome) {
      if (outcome === 'unanswered') {
        failures += 1;
        rhythm = 'found';
        return backoffDelay(pace, failures);
      }
      failures = 0;
      if (outcome === 'doubted') return confirmDelay(pace);
      const delay = rhythm === 'found' ? periodicDelay(pace) : firstDelay(pace);
      rhythm = 'found';
      return delay;
    },
    restart() {
      failures = 0;
      rhythm = 'not-yet';
    },
  };
}

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
