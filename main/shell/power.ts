/** The machine's sleep and waking, as Electron tells them, for what goes out by itself. */
import { type Clock, monotonicClock } from '../session/heartbeat';

/** Both may be called any number of times: Linux tells each sleep and each waking twice. */
export interface Sleeper {
  pause(): void;
  wake(): void;
}

/**
 * Electron's powerMonitor. Nobody listens to `lock-screen`: a lock with sleep is told as `suspend`,
 * and behind a lock without sleep the session is to be kept alive.
 */
export interface PowerEvents {
  on(event: 'suspend' | 'resume' | 'unlock-screen', told: () => void): unknown;
}

/**
 * A machine that is asleep runs no timers. If this much time passes in a pause, in milliseconds, it
 * did not fall asleep, or nobody told that it woke.
 */
const longestPause = 60_000;

export function followPower(
  power: PowerEvents,
  sleeper: Sleeper,
  clock: Clock = monotonicClock,
): void {
  let cancel: () => void = () => undefined;
  const wake = () => {
    cancel();
    sleeper.wake();
  };
  power.on('suspend', () => {
    cancel();
    sleeper.pause();
    cancel = clock.after(longestPause, wake);
  });
  power.on('resume', wake);
  power.on('unlock-screen', wake);
}
