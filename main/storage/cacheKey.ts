/** The key of all that is sealed on disk: one for each sign-in, made when it is first needed. */
import { createSealer, newCacheKey, type Sealer } from './seal';

/** The keychain's entry for it. */
export interface CacheKeyPlace {
  read(): Promise<CacheKeyRead>;
  /** False where it could not be kept: then nothing is written to disk either. */
  write(key: string): Promise<boolean>;
}

export type CacheKeyRead =
  | { readonly kind: 'found'; readonly key: string }
  /** There certainly is none. */
  | { readonly kind: 'absent' }
  /** There may be one, which another must not take the place of: what it sealed could not be read again. */
  | { readonly kind: 'unreachable' };

export interface CacheKey {
  /** Null where the keychain keeps none: then nothing of hers goes to disk. */
  sealer(): Promise<Sealer | null>;
  /** She signed out: the next sealer has a new key. */
  forget(): void;
}

export function createCacheKey(place: CacheKeyPlace): CacheKey {
  /** Asked for by several at once at the first sign-in: two keys would lock one of them out. */
  let current: Promise<Sealer | null> | null = null;

  async function load(): Promise<Sealer | null> {
    const read = await place.read();
    if (read.kind === 'unreachable') return null;
    const sealer = read.kind === 'found' ? createSealer(read.key) : null;
    if (sealer !== null) return sealer;
    const key = newCacheKey();
    return (await place.write(key)) ? createSealer(key) : null;
  }

  return {
    async sealer() {
      current ??= load();
      const sealer = await current;
      // A keychain that did not answer may do so the next time.
      if (sealer === null) current = null;
      return sealer;
    },
    forget() {
      current = null;
    },
  };
}
