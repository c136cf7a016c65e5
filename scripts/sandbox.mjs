// Chromium's sandbox on Linux wants user namespaces, or a helper that belongs to root.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from './project.mjs';

/** True for root, for whom Chromium refuses to start with its sandbox. */
export const isRoot = () => process.getuid?.() === 0;

/** Kernel settings that keep ordinary users from making namespaces of their own.
 * @param {(setting: string) => string | undefined} read below /proc/sys
 */
export function namespacesRestricted(read) {
  return (
    read('kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    read('kernel/unprivileged_userns_clone') === '0' ||
    read('user/max_user_namespaces') === '0'
  );
}

/** Stops with the command that mends it when Chromium's sandbox could not start.
 * @param {string} electronFolder
 */
export function ensureSandbox(electronFolder) {
  if (process.platform !== 'linux' || isRoot() || !namespacesRestricted(kernelSetting)) return;
  const helper = join(electronFolder, 'chrome-sandbox');
  const stats = statSync(helper, { throwIfNoEntry: false });
  if (stats?.uid === 0 && (stats.mode & 0o4000) !== 0) return;
  throw new Stop(
    'This system keeps ordinary users from making namespaces, so that the sandbox of Electron needs ' +
      `its helper to belong to root. This does it:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}

/** @param {string} name */
function kernelSetting(name) {
  const file = join('/proc/sys', name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}
