/**
 * Quitting, by whomever: the person, a log-out, a shutdown, a SIGTERM (which Electron turns into a
 * quit). It takes less than two seconds, whatever hangs: systems kill what takes longer than theirs.
 * What comes before it on a shared computer has a limit of its own (see quitting).
 */
import { setTimeout as delay } from 'node:timers/promises';
import { app, type BrowserWindow, powerMonitor } from 'electron';

/** Milliseconds. What is being written may end; a prompt that nobody answers is not waited for. */
const writingEnds = 500;
const everythingEnds = 1_500;

/** `underWay`: calls that hold a thread of Node's, which it would wait for without end. */
export function quitInTime(underWay: () => readonly Promise<unknown>[]): {
  /** The app quits now; may be called again. */
  begin(): void;
} {
  let hasBegun = false;
  let hasWaited = false;

  function end(): void {
    if (underWay().length > 0) process.kill(process.pid, 'SIGKILL');
    else app.exit(0);
  }

  app.on('will-quit', (event) => {
    if (hasWaited || underWay().length === 0) return;
    hasWaited = true;
    event.preventDefault();
    void Promise.race([Promise.allSettled(underWay()), delay(writingEnds)]).then(end);
  });
  return {
    begin() {
      // A page that does not let go, a box of the system's that stands open.
      if (!hasBegun) setTimeout(end, everythingEnds);
      hasBegun = true;
    },
  };
}

/** The system goes down, or she logs out of it. Electron is asked to quit by itself on macOS. */
export function followShutdown(window: BrowserWindow): void {
  window.on('session-end', () => app.quit());
  powerMonitor.on('shutdown', () => app.quit());
}
