// Builds the app and the practice platform, each only when something it is made from has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, Stop } from './project.mjs';
import { runTool } from './running.mjs';

const settings = ['package.json', 'package-lock.json', 'tsconfig.json'];

const app = {
  name: 'app',
  result: 'out/main/index.js',
  sources: ['main', 'preload', 'renderer', 'i18n', 'electron.vite.config.ts', ...settings],
  build: () => runTool('electron-vite', ['build', '--logLevel', 'warn']),
};

const gatewayBuild = ['--ssr', 'gateway/index.ts', '--outDir', 'out/gateway'];
const practicePlatform = {
  name: 'practice platform',
  result: 'out/gateway/index.mjs',
  sources: ['gateway', ...settings],
  build: () => runTool('vite', ['build', ...gatewayBuild, '--logLevel', 'warn']),
};

/** Builds what is not built yet or has changed since. */
export async function ensureBuilt() {
  const stamps = join(root, 'out', 'built');
  mkdirSync(stamps, { recursive: true });
  for (const part of [app, practicePlatform]) {
    const stamp = join(stamps, part.name.replaceAll(' ', '-'));
    const hash = sourcesHash(root, part.sources);
    const current = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
    if (current && existsSync(join(root, part.result))) continue;
    console.log(`Building the ${part.name} …`);
    if ((await part.build()) !== 0) throw new Stop(`Building the ${part.name} failed.`);
    writeFileSync(stamp, hash);
  }
}

/** One hash over the names and contents of files; tests are no part of what is built.
 * @param {string} folder that the sources are relative to
 * @param {readonly string[]} sources files and folders
 */
export function sourcesHash(folder, sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesBelow(folder, source))) {
    if (/\.test\.\w+$/.test(file)) continue;
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} folder @param {string} path @returns {string[]} relative to the folder, in order */
function filesBelow(folder, path) {
  const stats = statSync(join(folder, path), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (stats.isFile()) return [path];
  return readdirSync(join(folder, path))
    .sort()
    .flatMap((name) => filesBelow(folder, `${path}/${name}`));
}
