/** The return of the network, of which Electron's main process is told nothing. */
import { type Clock, monotonicClock } from '../session/heartbeat';

const lookEvery = 5_000;

/**
 * Calls `returned` each time the network has come back; ends by what it gives back. `isOnline` is
 * Electron's: its false can be relied upon, its true is a hint, so that nothing more follows from
 * it than another try.
 */
export function awaitNetwork(
  isOnline: () => boolean,
  returned: () => void,
  clock: Clock = monotonicClock,
): () => void {
  let wasOnline = isOnline();
  let cancel = clock.after(lookEvery, look);

  function look(): void {
    cancel = clock.after(lookEvery, look);
    const isNow = isOnline();
    const isBack = isNow && !wasOnline;
    wasOnline = isNow;
    if (isBack) returned();
  }

  return () => cancel();
}
