/** A start that she is not to see: at the log-in to the computer, where she chose it so. */
import { app } from 'electron';
import type { Settings } from '../../preload/contract';

/** Starts in the tray, without the window. */
export const hiddenSwitch = '--hidden';

/** Whether this start is one that she is not to see. */
export function startsHidden(how: Settings['launchAtLogin']): boolean {
  if (process.argv.includes(hiddenSwitch)) return true;
  // macOS passes no arguments on.
  const isMac = process.platform === 'darwin';
  return isMac && how === 'hidden' && app.getLoginItemSettings().wasOpenedAtLogin;
}
