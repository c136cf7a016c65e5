/** The application's key of an imported deployment, which is in no file: see `deployment/import`. */
import type { Result } from '../../preload/contract';
import type { Deployment } from '../deployment/deployment';
import { type Keychain, keychainFailed, lookFor } from './keychain';

/** A file's own key, or the keychain's for an imported file; none where a broker hands out tokens. */
export function appKeyFrom({ app }: Pick<Deployment, 'app'>, keychain: Keychain) {
  return async () => {
    if (app.accessTokenUrl !== undefined) return { ok: true, value: null } as const;
    if (app.appKey !== null) return { ok: true, value: app.appKey } as const;
    const read = await keychain.read('appKey');
    if (read.kind === 'found') return { ok: true, value: read.secret } as const;
    // No probe tells it from a locked keyring: each try of the platform would ask her to unlock it.
    if (read.kind === 'absent') return { ok: false, failure: { kind: 'no-app-key' } } as const;
    return keychainFailed(read);
  };
}

/** Keeps the key, and gives what puts back the one that was there before it, or none. */
export async function keepAppKey(
  keychain: Keychain,
  appKey: string,
): Promise<Result<{ readonly putBack: () => Promise<void> }>> {
  const former = await lookFor(keychain, 'appKey');
  if (former.kind !== 'found' && former.kind !== 'absent') return keychainFailed(former);
  const kept = await keychain.write('appKey', appKey);
  if (kept.kind !== 'done') return keychainFailed(kept);
  const putBack = async () => {
    if (former.kind === 'found') await keychain.write('appKey', former.secret);
    else await keychain.remove('appKey');
  };
  return { ok: true, value: { putBack } };
}
