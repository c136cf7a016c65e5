/**
 * Pictures on disk, so that they show offline: a sealed file for each, under a name that tells nothing
 * of its address. The least recently used go first. Without a key nothing is written.
 */
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PersonId } from '../../preload/contract';
import type { CacheKey } from '../storage/cacheKey';
import type { Sealer } from '../storage/seal';

export interface PictureCache {
  /** Null where there is none that opens for this person. A broken file is removed. */
  read(personId: PersonId, address: string): Promise<Uint8Array | null>;
  /** False where it was not kept: no key, the disk refused, or `forget` came meanwhile. */
  write(personId: PersonId, address: string, picture: Uint8Array): Promise<boolean>;
  /** Removes every picture of everyone's. */
  forget(): Promise<void>;
}

export interface PictureCacheOptions {
  readonly folder: string;
  readonly cacheKey: CacheKey;
  readonly deploymentId: string;
  readonly limitBytes: number;
}

export function createPictureCache(options: PictureCacheOptions): PictureCache {
  const { folder, cacheKey, deploymentId, limitBytes } = options;
  let changes: Promise<unknown> = Promise.resolve();
  let forgotten = 0;

  /** One after the other: what is forgotten must not be written just after. */
  function inTurn<Value>(change: () => Promise<Value>): Promise<Value> {
    const done = changes.then(change);
    changes = done.catch(() => undefined);
    return done;
  }

  function placeOf(sealer: Sealer, personId: PersonId, address: string) {
    const owner = `picture/1/${deploymentId}/${personId}`;
    const name = sealer.nameOf(address, owner).toString('hex');
    return { path: join(folder, name), purpose: `${owner}/${name}` };
  }

  /** Whatever is no picture of ours, a file half written at a crash among them, is the oldest there is. */
  async function makeRoom(): Promise<void> {
    const files = await Promise.all(
      (await readdir(folder)).map(async (name) => {
        const path = join(folder, name);
        const { size, mtimeMs } = await stat(path);
        return { path, size, usedAt: pictureName.test(name) ? mtimeMs : 0 };
      }),
    );
    let total = files.reduce((sum, { size }) => sum + size, 0);
    for (const { path, size, usedAt } of files.toSorted(
      (one, other) => one.usedAt - other.usedAt,
    )) {
      if (total <= limitBytes && usedAt > 0) return;
      await rm(path, { recursive: true });
      total -= size;
    }
  }

  return {
    async read(personId, address) {
      const sealer = await cacheKey.sealer();
      if (sealer === null) return null;
      const { path, purpose } = placeOf(sealer, personId, address);
      const sealed = await readFile(path).catch(() => null);
      if (sealed === null) return null;
      const picture = sealer.openBytes(sealed, purpose);
      // Neither is worth a failure: the picture is fetched anew, or goes a little too soon.
      if (picture === null) await rm(path, { force: true }).catch(() => undefined);
      else await utimes(path, new Date(), new Date()).catch(() => undefined);
      return picture;
    },

    async write(personId, address, picture) {
      const before = forgotten;
      const sealer = await cacheKey.sealer();
      if (sealer === null) return false;
      const { path, purpose } = placeOf(sealer, personId, address);
      return inTurn(async () => {
        if (before !== forgotten) return false;
        await mkdir(folder, { recursive: true });
        await writeFile(`${path}.part`, sealer.sealBytes(picture, purpose));
        await rename(`${path}.part`, path);
        await makeRoom();
        return true;
      }).catch(() => false);
    },

    forget() {
      forgotten += 1;
      return inTurn(() => rm(folder, { recursive: true, force: true }));
    },
  };
}

const pictureName = /^[0-9a-f]{32}$/;
