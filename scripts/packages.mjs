// The npm packages: installed when missing or when the lockfile is not the one they came from.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { watchDownload } from './downloading.mjs';
import { npm } from './npm.mjs';
import { cache, readJson, root, Stop } from './project.mjs';

const stampFile = join(cache, 'packages.json');

/** What the installed packages depend on, as one hash. A changed script or description of
 * package.json changes nothing about them.
 * @param {string} manifest the text of package.json
 * @param {string} lockfile the text of package-lock.json
 */
export function packagesHash(manifest, lockfile) {
  const { dependencies, devDependencies, overrides } = JSON.parse(manifest);
  return createHash('sha256')
    .update(JSON.stringify({ dependencies, devDependencies, overrides }))
    .update(lockfile)
    .digest('hex');
}

/** Runs `npm ci` where it is needed. */
export async function ensurePackages() {
  const [manifest, lockfile] = ['package.json', 'package-lock.json'].map((name) =>
    readFileSync(join(root, name), 'utf8'),
  );
  const hash = packagesHash(manifest ?? '', lockfile ?? '');
  if (readJson(stampFile)?.hash === hash) return;

  console.log('Installing packages …');
  const putBack = keepCache();
  const end = await watchDownload({
    // Warnings about engines are about Node versions newer than the oldest we support.
    ...npm.command(['ci', '--loglevel=error']),
    cwd: root,
    folders: [join(root, 'node_modules')],
    expectedMiB: 330,
    stallSeconds: 300,
  });
  putBack();
  if (end.kind !== 'done') {
    const why = end.kind === 'stalled' ? 'nothing arrived for 5 minutes.' : firstLines(end.output);
    throw new Stop(`The packages could not be installed (npm ci):\n${why}`);
  }
  mkdirSync(cache, { recursive: true });
  writeFileSync(stampFile, JSON.stringify({ hash }));
}

/** npm explains all its options after the error itself. @param {string} output */
const firstLines = (output) => output.trim().split('\n').slice(0, 12).join('\n');

/** Takes our cache out of the way of `npm ci`, which empties node_modules.
 * @returns {() => void} puts it back
 */
function keepCache() {
  const kept = join(root, 'out', 'kept-cache');
  if (existsSync(cache)) {
    rmSync(kept, { recursive: true, force: true });
    mkdirSync(dirname(kept), { recursive: true });
    renameSync(cache, kept);
    // Until the new packages are there, none count as installed.
    rmSync(join(kept, 'packages.json'), { force: true });
  }
  return () => {
    if (!existsSync(kept)) return;
    mkdirSync(dirname(cache), { recursive: true });
    rmSync(cache, { recursive: true, force: true });
    renameSync(kept, cache);
  };
}
