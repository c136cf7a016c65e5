// The official Electron, from where its makers release it.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { watchDownload } from './downloading.mjs';
import { cache, readJson, root } from './project.mjs';

const stallSeconds = 20;
const retryAfterHours = 12;

const packageFolder = join(root, 'node_modules', 'electron');
const dist = join(packageFolder, 'dist');
const failureFile = join(cache, 'electron-release-failed.json');

/** The version of Electron that package.json declares. */
export const declaredVersion = () => String(readJson(join(packageFolder, 'package.json'))?.version);

/** An official Electron of the declared version that is already unpacked.
 * @returns {import('./runtime.mjs').ElectronRuntime | undefined}
 */
export function installedRelease() {
  const pathFile = join(packageFolder, 'path.txt');
  if (!existsSync(pathFile) || !existsSync(join(dist, 'version'))) return undefined;
  const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  const executable = join(dist, readFileSync(pathFile, 'utf8').trim());
  if (version !== declaredVersion() || !existsSync(executable)) return undefined;
  return { dir: dist, executable, version, source: 'official' };
}

/** True when a download failed within the last hours from the same place; asking again would only
 * cost another wait.
 * @param {{ at?: unknown, from?: unknown, version?: unknown } | undefined} failure what was kept
 * @param {{ now: number, from: string, version: string }} attempt `now` in ms since 1970
 */
export function failedLately(failure, attempt) {
  if (typeof failure?.at !== 'number') return false;
  const age = attempt.now - failure.at;
  const recent = age >= 0 && age < retryAfterHours * 3600 * 1000;
  return recent && failure.from === attempt.from && failure.version === attempt.version;
}

/**
 * Downloads the official Electron with its own installer, which heeds ELECTRON_MIRROR.
 * @returns {Promise<import('./runtime.mjs').ElectronRuntime | undefined>} undefined when out of reach
 */
export async function downloadRelease() {
  const version = declaredVersion();
  const from = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? '';
  if (failedLately(readJson(failureFile), { now: Date.now(), from, version })) return undefined;

  console.error(`Getting Electron ${version} from its release host …`);
  const temporary = join(cache, 'getting-electron');
  mkdirSync(temporary, { recursive: true });
  try {
    const end = await watchDownload({
      command: process.execPath,
      args: [join(packageFolder, 'install.js')],
      // It downloads to the temporary folder and unpacks to dist.
      folders: [temporary, dist],
      expectedMiB: 400,
      stallSeconds,
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    });
    const release = end.kind === 'done' ? installedRelease() : undefined;
    if (release) return release;
    // A half unpacked one must not be taken for a whole one.
    rmSync(dist, { recursive: true, force: true });
    writeFileSync(failureFile, JSON.stringify({ at: Date.now(), from, version }));
    console.error(`  The release host is out of reach: ${reason(end)}`);
    console.error(
      `  It is asked again in ${retryAfterHours} hours, or after removing ${failureFile}.`,
    );
    return undefined;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The one line of a failed download that says why.
 * @param {import('./downloading.mjs').DownloadEnd} end
 */
export function reason(end) {
  if (end.kind === 'stalled') return `nothing arrived for ${stallSeconds} seconds.`;
  return /^\w*Error: (.*)$/m.exec(end.output)?.[1] ?? 'its installer failed without a word.';
}
