/**
 * The profile that an earlier run kept, for the first page alone. It is read beside the window's making,
 * with nothing but the keychain and the file: loading the services, which read it again and say how
 * things are, takes longer than the window.
 */
import type { PersonId, Profile, ProfileSnapshot } from '../../preload/contract';
import type { Keychain } from '../session/keychain';
import { type JsonFile, objectIn } from '../storage/jsonFile';
import { createSealer } from '../storage/seal';
import { cachePurpose, schemaVersion } from './cacheRecord';
import { withCurrentOrganisation } from './current';

export interface KeptProfilePlace {
  readonly deploymentId: string;
  readonly keychain: Pick<Keychain, 'read'>;
  readonly file: Pick<JsonFile<{ readonly sealed: string }>, 'read'>;
}

/** Null where nothing is kept that opens for the person whose sign-in is kept. */
export async function readKeptProfile({
  deploymentId,
  keychain,
  file,
}: KeptProfilePlace): Promise<ProfileSnapshot | null> {
  const { sealed } = file.read();
  if (typeof sealed !== 'string') return null;
  const [signIn, key] = await Promise.all([keychain.read('oauthToken'), keychain.read('cacheKey')]);
  if (signIn.kind !== 'found' || key.kind !== 'found') return null;
  const { personId } = objectIn(signIn.secret) ?? {};
  if (typeof personId !== 'string') return null;
  const purpose = cachePurpose(deploymentId, personId as PersonId);
  const plain = createSealer(key.secret)?.open(sealed, purpose) ?? '';
  const { schema, asOf, profile } = objectIn(plain) ?? {};
  if (schema !== schemaVersion || typeof asOf !== 'number') return null;
  // What opens was sealed by this app, with the key that is hers, for this very version.
  const shown = withCurrentOrganisation(profile as Profile, null);
  return { profile: shown, asOf, refreshing: false, failure: null };
}
