/**
 * Removes what was kept of anybody who has not used it for long: her profile, her messages, pictures,
 * and broken files that were set aside. A file's own time tells when it was last used; whoever opens
 * one sets it anew. Sign-ins stay: they are the keychain's.
 */
import type { Dirent } from 'node:fs';
import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EpochMs } from '../../preload/contract';
import { unusedBefore } from './unusedBefore';

export interface UnusedOptions {
  /** The user-data folder. */
  readonly folder: string;
  readonly now: EpochMs;
  /** How many marks in a file of messages have not reached the platform; null where it tells none. */
  readonly unsentIn: (path: string) => Promise<number | null>;
}

export interface Removed {
  readonly profiles: number;
  /** Files of messages, one for each person and deployment. */
  readonly mailboxes: number;
  /** Marks in them that had not reached the platform. */
  readonly unsent: number;
  readonly pictures: number;
  /** Broken files that had been set aside. */
  readonly setAside: number;
  /** What the disk did not let be removed; it is tried again at the next start. */
  readonly refused: number;
}

/** Never rejects: what cannot be removed is counted. */
export async function removeUnused({ folder, now, unsentIn }: UnusedOptions): Promise<Removed> {
  const before = unusedBefore(now);
  const removed = { profiles: 0, mailboxes: 0, unsent: 0, pictures: 0, setAside: 0, refused: 0 };

  async function remove(paths: readonly string[], counts: keyof Removed): Promise<void> {
    try {
      await Promise.all(paths.map((path) => rm(path, { force: true })));
      removed[counts] += 1;
    } catch {
      removed.refused += 1;
    }
  }

  /** When the last of them was used; null where none is there. */
  async function usedAt(paths: readonly string[]): Promise<EpochMs | null> {
    const times = await Promise.all(
      paths.map((path) =>
        stat(path).then(
          ({ mtimeMs }) => mtimeMs,
          () => null,
        ),
      ),
    );
    return times.reduce((one, other) => (one === null || (other ?? 0) > one ? other : one), null);
  }

  async function removeIfUnused(paths: readonly string[], counts: keyof Removed) {
    const at = await usedAt(paths);
    if (at !== null && at < before) await remove(paths, counts);
  }

  async function removeMailbox(path: string): Promise<void> {
    const paths = [path, `${path}-wal`, `${path}-shm`];
    const at = await usedAt(paths);
    if (at === null || at >= before) return;
    removed.unsent += (await unsentIn(path)) ?? 0;
    await remove(paths, 'mailboxes');
  }

  await removeIfUnused([join(folder, 'profile.json')], 'profiles');
  for (const { name } of await entriesOf(folder)) {
    const isHers = name.startsWith('profile.') && isSetAside(name);
    if (isHers) await removeIfUnused([join(folder, name)], 'setAside');
  }
  for (const { name } of await entriesOf(join(folder, 'pictures'))) {
    await removeIfUnused([join(folder, 'pictures', name)], 'pictures');
  }
  const messages = join(folder, 'messages');
  for (const deployment of await entriesOf(messages)) {
    if (!deployment.isDirectory()) continue;
    const of = join(messages, deployment.name);
    for (const { name } of await entriesOf(of)) {
      if (isSetAside(name)) await removeIfUnused([join(of, name)], 'setAside');
      else if (name.endsWith('.db')) await removeMailbox(join(of, name));
    }
    // Only where nothing is left in it.
    await rmdir(of).catch(() => undefined);
  }
  return removed;
}

/** As jsonFile and database name them. */
const isSetAside = (name: string): boolean => /\.broken-\d+(\.json)?$/.test(name);

const entriesOf = (folder: string): Promise<readonly Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch(() => []);
