/**
 * Quitting, by whomever: the person, a log-out, a shutdown, a SIGTERM (which Electron turns into a
 * quit). It takes less than two seconds, whatever hangs: systems kill what takes longer than theirs.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { app, type BrowserWindow, powerMonitor } from 'electron';

/** Milliseconds. What is being written may end; a prompt that nobody answers is not waited for. */
const writingEnds = 500;
const everythingEnds = 1_500;

export interface QuitOptions {
  /** Called once: nothing more is to be begun. */
  readonly stop: () => void;
  /** Calls that hold a thread of Node's, which it would wait for without end. */
  readonly underWay: () => readonly Promise<unknown>[];
}

export function quitInTime({ stop, underWay }: QuitOptions): void {
  let isQuitting = false;
  let hasWaited = false;

  function end(): void {
    if (underWay().length > 0) process.kill(process.pid, 'SIGKILL');
    else app.exit(0);
  }

  app.on('before-quit', () => {
    if (isQuitting) return;
    isQuitting = true;
    stop();
    // A page that does not let go, a box of the system's that stands open.
    setTimeout(end, everythingEnds);
  });
  app.on('will-quit', (event) => {
    if (hasWaited || underWay().length === 0) return;
    hasWaited = true;
    event.preventDefault();
    void Promise.race([Promise.allSettled(underWay()), delay(writingEnds)]).then(end);
  });
}

/** The system goes down, or she logs out of it. Electron is asked to quit by itself on macOS. */
export function followShutdown(window: BrowserWindow): void {
  window.on('session-end', () => app.quit());
  powerMonitor.on('shutdown', () => app.quit());
}
