/**
 * Starting with the log-in to the computer: Electron's own on Windows and macOS, which does nothing
 * on Linux; there a file of ours (freedesktop.org, Desktop Application Autostart Specification).
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import { app } from 'electron';
import type { Settings, SettingsSnapshot } from '../../preload/contract';
import { autostartEntry } from './autostartEntry';
import { hiddenSwitch } from './hiddenStart';

/** False where the system refused. */
export function setLaunchAtLogin(how: Settings['launchAtLogin']): boolean {
  try {
    if (process.platform === 'linux') writeEntry(how);
    else {
      const args = how === 'hidden' ? [hiddenSwitch] : [];
      // Windows removes the entry of exactly these arguments.
      if (how === 'off') app.setLoginItemSettings({ openAtLogin: false, args: [hiddenSwitch] });
      app.setLoginItemSettings({ openAtLogin: how !== 'off', args });
    }
    return true;
  } catch {
    return false;
  }
}

/** Applies the setting now and whenever it changes. Called when the policy is known. */
export function followLaunchAtLogin(
  settings: ReadonlySignal<SettingsSnapshot>,
  refused: (how: Settings['launchAtLogin']) => void,
): void {
  const how = computed(() => settings.value.launchAtLogin);
  const isLocked = settings.value.locked.includes('launchAtLogin');
  // Where she never asked for it, nothing is there to be removed.
  let isSet = how.peek() !== 'off' || isLocked;
  effect(() => {
    const wanted = how.value;
    if (wanted === 'off' && !isSet) return;
    isSet = true;
    if (!setLaunchAtLogin(wanted)) refused(wanted);
  });
}

/** Ends it, and starts it as she would: shown, and without what it was started for. */
export function restart(): void {
  const [execPath, ...ownArguments] = ownCommand();
  const switches = process.argv.filter((one) => one.startsWith('-') && one !== hiddenSwitch);
  const args = [...ownArguments, ...switches];
  app.relaunch({ execPath, args });
  app.quit();
}

/** What starts the app as it runs now; an AppImage is mounted elsewhere each time. */
function ownCommand(): readonly [string, ...string[]] {
  const program = process.env.APPIMAGE ?? process.execPath;
  return app.isPackaged ? [program] : [program, app.getAppPath()];
}

function writeEntry(how: Settings['launchAtLogin']): void {
  const config = process.env.XDG_CONFIG_HOME || join(app.getPath('home'), '.config');
  const folder = join(config, 'autostart');
  const path = join(folder, 'staffroom.desktop');
  if (how === 'off') {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  const switches = how === 'hidden' ? [hiddenSwitch] : [];
  writeFileSync(path, autostartEntry([...ownCommand(), ...switches]));
}
