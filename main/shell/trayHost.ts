/** Whether a tray icon can be seen at all on this desktop. */
import { execFile } from 'node:child_process';

const timeLimit = 2_000;

/** Asks the session bus for a property: true, false, or null where nobody answers. */
export type AskBus = (args: readonly string[]) => Promise<string | null>;

/** With what every desktop's D-Bus package brings; Electron itself has no word on it. */
const dbusSend: AskBus = (args) =>
  new Promise((resolve) => {
    execFile('dbus-send', [...args], { timeout: timeLimit }, (error, stdout) =>
      resolve(error ? null : stdout),
    );
  });

/**
 * On Linux Electron makes a tray icon whether or not anything shows it: a bare window manager, or
 * GNOME without its extension, has no StatusNotifierHost. Windows and macOS always have a place.
 */
export async function trayIsShown(
  platform: NodeJS.Platform = process.platform,
  ask: AskBus = dbusSend,
): Promise<boolean> {
  if (platform !== 'linux') return true;
  const answer = await ask([
    '--session',
    '--print-reply=literal',
    '--dest=org.kde.StatusNotifierWatcher',
    '/StatusNotifierWatcher',
    'org.freedesktop.DBus.Properties.Get',
    'string:org.kde.StatusNotifierWatcher',
    'string:IsStatusNotifierHostRegistered',
  ]);
  return answer !== null && /\btrue\b/.test(answer);
}
