/** A keychain whose troubles are told; what is kept in it passes by unseen. */
import type { Happening } from '../../preload/contract';
import type { Keychain } from '../session/keychain';

type Told = (happening: Extract<Happening, { kind: 'keychain' }>) => void;
type Action = Extract<Happening, { kind: 'keychain' }>['action'];

export function watchedKeychain(keychain: Keychain, tell: Told): Keychain {
  async function watched<Outcome extends { readonly kind: string }>(
    action: Action,
    done: Promise<Outcome>,
  ): Promise<Outcome> {
    const outcome = await done;
    const { kind } = outcome;
    if (kind === 'locked' || kind === 'unavailable') {
      tell({ kind: 'keychain', action, problem: kind });
    }
    return outcome;
  }
  return {
    read: (what) => watched('read', keychain.read(what)),
    write: (what, secret) => watched('write', keychain.write(what, secret)),
    remove: (what) => watched('remove', keychain.remove(what)),
    probe: () => watched('probe', keychain.probe()),
    hanging: () => keychain.hanging(),
  };
}
