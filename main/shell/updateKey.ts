/** The public key that updates must be signed by. */
import { readFileSync } from 'node:fs';
import { isRelease } from './release';

/** Put in by the build (`electron.vite.config.ts`), as PEM; null where there was none to put in. */
declare const __UPDATE_KEY__: string | null;

/**
 * Null where this build knows none. A release has the one that is built in, whatever its
 * environment says: whoever can set that for her must not be the one who signs. What tests run
 * may name another's file.
 */
export function updateKey(): string | null {
  const path = isRelease() ? undefined : process.env.STAFFROOM_UPDATE_KEY;
  return path === undefined || path === '' ? __UPDATE_KEY__ : readFileSync(path, 'utf8');
}
