// Finds or gets an Electron to run the app in. `node scripts/runtime.mjs` prints its executable.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keptNpmRuntime, makeNpmRuntime, npmRuntimeFits } from './electronFromNpm.mjs';
import { declaredVersion, downloadRelease, installedRelease } from './electronRelease.mjs';
import { run, Stop } from './project.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} dir the folder that `ELECTRON_OVERRIDE_DIST_PATH` would name
 * @property {string} executable
 * @property {string} version
 * @property {'given' | 'official' | 'npm'} source
 */

/**
 * The Electron to run the app in: one named by ELECTRON_OVERRIDE_DIST_PATH, else the official one,
 * else, where the release host is out of reach, one out of an npm package.
 * @returns {Promise<ElectronRuntime>}
 */
export async function electronRuntime() {
  const found =
    givenRuntime() ?? installedRelease() ?? (await downloadRelease()) ?? keptNpmRuntime();
  if (found) return found;
  if (npmRuntimeFits()) return makeNpmRuntime();
  throw new Stop(
    `Electron ${declaredVersion()} could not be downloaded. Set ELECTRON_MIRROR to a mirror that is ` +
      'in reach, or ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
  );
}

/** @returns {ElectronRuntime | undefined} */
function givenRuntime() {
  const dir = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!dir) return undefined;
  const executables = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
  const executable = executables.map((path) => join(dir, path)).find((path) => existsSync(path));
  if (!executable) throw new Stop(`There is no Electron in ${dir} (ELECTRON_OVERRIDE_DIST_PATH).`);
  const versionFile = join(dir, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : 'unknown';
  return { dir, executable, version, source: 'given' };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await run(async () => console.log((await electronRuntime()).executable));
}
