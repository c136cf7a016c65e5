/** A file that somebody else will read: there whole, or not there. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file that is whole on disk, beside the place that it is for. One of the two ends it. */
export interface StagedFile {
  /** Throws what the disk throws: what was in its place is then as it was, and the staged file is gone. */
  takePlace(): Promise<void>;
  /** It has never been there. */
  drop(): Promise<void>;
}

/**
 * Writes the pieces to a file beside `path`, until the last one is on disk; only its owner may read it
 * (POSIX; on Windows its folder's rights hold). Throws what the disk, or a piece, throws: nothing is left
 * behind then.
 */
export async function stageFile(path: string, pieces: AsyncIterable<string>): Promise<StagedFile> {
  const part = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
  const drop = () => rm(part, { force: true });
  async function orDrop(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      await drop();
      throw error;
    }
  }
  await orDrop(async () => {
    const file = await open(part, 'wx', 0o600);
    try {
      for await (const piece of pieces) await file.writeFile(piece, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
  });
  return { takePlace: () => orDrop(() => rename(part, path)), drop };
}

/** The file is at `path` when this ends. Throws as the two steps do, with what was there as it was. */
export async function writeWhole(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const staged = await stageFile(path, pieces);
  await staged.takePlace();
}
