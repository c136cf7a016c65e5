// Runs a script of the checkout as a user without rights: Chromium's sandbox does not work for root.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  chmod,
  chown,
  copyFile,
  cp,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  realpath,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { join } from 'node:path';
import { root, Stop } from './project.mjs';
import { runProgram } from './running.mjs';
import { isRoot } from './sandbox.mjs';

/** There on every Linux, and owns nothing. */
const ordinaryUser = 'nobody';

/** Where every user may write (Filesystem Hierarchy Standard); root's own TMPDIR may be closed. */
const openFolder = '/tmp';

/** Of the checkout, what no test reads. */
const leftOut = new Set(['.git', 'out', 'dist', join('node_modules', '.cache')]);

/**
 * Runs it in the checkout; as root in a copy of the checkout that an ordinary user can read, since the
 * checkout may be in root's own folder.
 * @param {readonly [string, ...string[]]} command for Node to run: a script of the checkout, and what it gets
 * @param {object} what
 * @param {readonly string[]} what.reads built files and folders in `out/`, by their paths in it
 * @param {readonly string[]} what.leaves what the script makes in `out/` and is to be there afterwards
 * @returns {Promise<number>} its exit code
 */
export async function asOrdinaryUser([script, ...args], { reads, leaves }) {
  if (!isRoot()) return runProgram(process.execPath, [join(root, script), ...args]);
  const user = { uid: idOf('-u'), gid: idOf('-g') };
  const folder = await mkdtemp(join(openFolder, 'staffroom-as-user-'));
  const copy = join(folder, 'checkout');
  const out = join(copy, 'out');
  try {
    await chmod(folder, 0o755);
    await linkTree(root, copy, (path) => !leftOut.has(path));
    await mkdir(out);
    for (const path of reads) await linkTree(join(root, 'out', path), join(out, path), () => true);
    await chown(out, user.uid, user.gid);
    const env = {
      USER: ordinaryUser,
      LOGNAME: ordinaryUser,
      HOME: out,
      TMPDIR: openFolder,
      // Playwright's own would stay in the open folder.
      PWTEST_CACHE_DIR: join(out, 'playwright'),
    };
    console.log(`As root: the tests run as the user "${ordinaryUser}", in a copy of the checkout.`);
    const node = await runnableNode(user, folder);
    const code = await runProgram(node, [join(copy, script), ...args], env, { ...user, cwd: copy });
    for (const path of leaves) {
      if (!existsSync(join(out, path))) continue;
      await rm(join(root, 'out', path), { recursive: true, force: true });
      await cp(join(out, path), join(root, 'out', path), { recursive: true });
    }
    return code;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {'-u' | '-g'} which */
function idOf(which) {
  const { status, stdout } = spawnSync('id', [which, ordinaryUser], { encoding: 'utf8' });
  if (status !== 0) throw new Stop(`This system has no user "${ordinaryUser}".`);
  return Number(stdout);
}

/**
 * Node itself may be in root's own folder.
 * @param {{ uid: number, gid: number }} user
 * @param {string} folder for a copy of it
 */
async function runnableNode(user, folder) {
  const { status } = spawnSync(process.execPath, ['--version'], { ...user, cwd: openFolder });
  if (status === 0) return process.execPath;
  const copied = join(folder, 'node');
  await copyFile(process.execPath, copied);
  await chmod(copied, 0o755);
  return copied;
}

/**
 * A tree with the same files, not copied where the system allows it, in folders that everybody may read.
 * @param {string} from
 * @param {string} to
 * @param {(path: string) => boolean} takes by the path from the top
 * @param {string} [path]
 */
async function linkTree(from, to, takes, path = '') {
  await mkdir(join(to, path), { recursive: true, mode: 0o755 });
  for (const entry of await readdir(join(from, path), { withFileTypes: true })) {
    const below = join(path, entry.name);
    if (!takes(below)) continue;
    const source = join(from, below);
    if (entry.isDirectory()) await linkTree(from, to, takes, below);
    else if (entry.isFile()) await linkOrCopy(source, join(to, below));
    // Packages may be linked as a whole.
    else if (entry.name === 'node_modules')
      await linkTree(await realpath(source), join(to, below), (name) => name !== '.cache');
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), join(to, below));
  }
}

/** @param {string} from @param {string} to */
async function linkOrCopy(from, to) {
  const { mode } = await stat(from);
  const readable = mode | 0o444 | ((mode & 0o100) === 0 ? 0 : 0o111);
  try {
    if (readable === mode) return await link(from, to);
  } catch {
    // On another file system.
  }
  await copyFile(from, to);
  await chmod(to, readable);
}
