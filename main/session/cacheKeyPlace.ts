/** The keychain's entry for the cache's key. */
import type { Keeps } from '../../preload/contract';
import type { CacheKeyPlace } from '../storage/cacheKey';
import { type Keychain, lookFor } from './keychain';

/** None is had for a sign-in that stays in memory: then nothing is read from the disk or written to it. */
export const cacheKeyPlace = (keychain: Keychain, keeps: () => Keeps): CacheKeyPlace => ({
  async read() {
    if (keeps() === 'in-memory') return { kind: 'unreachable' };
    const found = await lookFor(keychain, 'cacheKey');
    switch (found.kind) {
      case 'found':
        return { kind: 'found', key: found.secret };
      case 'absent':
        return { kind: 'absent' };
      case 'locked':
      case 'unavailable':
        return { kind: 'unreachable' };
    }
  },
  write: async (key) =>
    keeps() === 'on-disk' && (await keychain.write('cacheKey', key)).kind === 'done',
});
