/** A file that somebody else will read: there whole, or not there. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes the pieces to a file beside `path`, which takes its place once the last one is on disk; only its
 * owner may read it (POSIX; on Windows its folder's rights hold). Throws what the disk, or a piece, throws:
 * what was at `path` is then as it was, and nothing else is left behind.
 */
export async function writeWhole(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const part = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      for await (const piece of pieces) await file.writeFile(piece, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
