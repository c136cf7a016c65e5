/** How long nobody has used the computer: the system's word, and what our own window sees. */
import { type BrowserWindow, powerMonitor } from 'electron';

/**
 * Milliseconds. Where the system counts no input (some Wayland desktops), it says that there always
 * is some; where it misses some (a remote desktop's), the window has still seen its own.
 */
export function sinceInput(window: BrowserWindow): () => number {
  let lastAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('input-event', () => {
    lastAt = performance.now();
  });
  return () => Math.min(powerMonitor.getSystemIdleTime() * 1000, performance.now() - lastAt);
}
