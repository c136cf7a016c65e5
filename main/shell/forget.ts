/**
 * "Forget this computer": all that the app keeps here goes. The keychain's entries first, for they
 * may be out of reach, and then nothing is to go; Chromium's own files last, at the next start,
 * because it holds them open until it ends.
 */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../preload/contract';
import { stored } from '../../preload/stored';
import { type Keychain, secrets } from '../session/keychain';

/** Its being there says that the folder is to be emptied. */
const markName = 'forget-this-computer';

/** The names of what is ours in the user-data folder. */
const ours = stored
  .filter(({ what }) => what !== 'runtime')
  .flatMap(({ where }) => (where.kind === 'folder' ? where.names : []))
  .map((name) => new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '.*')}$`));

/** By which Chromium knows that it runs: the lock of this very start. */
const lockOfThisRun = /^(Singleton|lockfile$)/;

/** All secrets of every owner, or `not-forgotten` where a locked keychain keeps one of them. */
export async function forgetKeychain(keychains: readonly Keychain[]): Promise<Result<'forgotten'>> {
  const notForgotten = { ok: false, failure: { kind: 'not-forgotten' } } as const;
  for (const keychain of keychains) {
    // A locked one answers a removal as if there were nothing.
    if ((await keychain.probe()).kind === 'locked') return notForgotten;
    for (const what of secrets) {
      if ((await keychain.remove(what)).kind === 'locked') return notForgotten;
    }
  }
  return { ok: true, value: 'forgotten' };
}

/** What is ours goes now; what is Chromium's, with all that comes until then, at the next start. */
export function forgetFiles(userData: string, logs: string): void {
  writeFileSync(join(userData, markName), '');
  for (const name of readdirSync(userData)) {
    if (ours.some((pattern) => pattern.test(name))) remove(join(userData, name));
  }
  remove(logs);
}

/** Called at each start, before anything is read. Also ends a forgetting that was cut short. */
export function finishForgetting(userData: string): void {
  const mark = join(userData, markName);
  if (!existsSync(mark)) return;
  for (const name of readdirSync(userData)) {
    if (name !== markName && !lockOfThisRun.test(name)) remove(join(userData, name));
  }
  rmSync(mark, { force: true });
}

/** What the system holds on to is Chromium's, and of this very start. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Held open by this start: Windows removes no such file.
  }
}
