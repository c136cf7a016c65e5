/** The test's own hand in the system's keyring, beside the app's. */
import { deletePassword, getPassword } from 'keytar';
import { within } from './within';

export const secretNames = [
  'oauthToken',
  'session',
  'appKey',
  'cacheKey',
  'proxyPassword',
] as const;
export type SecretName = (typeof secretNames)[number];

export interface Keyring {
  /** The entry as the app stored it; null when there is none. */
  read(what: SecretName): Promise<string | null>;
  /** Which of the deployment's entries there are. */
  present(): Promise<readonly SecretName[]>;
  wipe(): Promise<void>;
}

const service = 'Staffroom';

/** A keyring that is locked with nobody to unlock it lets calls hang. */
const answerMs = 5_000;

/** Never `findCredentials`: on a locked keyring it crashes the process. */
export function keyringOf(deploymentId: string): Keyring {
  const account = (what: SecretName) => `${deploymentId}/${what}`;
  const read = (what: SecretName) =>
    within(answerMs, "the keyring's answer", getPassword(service, account(what)));
  return {
    read,
    async present() {
      const entries = await Promise.all(secretNames.map(read));
      return secretNames.filter((_, index) => entries[index] !== null);
    },
    async wipe() {
      for (const what of secretNames) {
        await within(answerMs, "the keyring's answer", deletePassword(service, account(what)));
      }
    },
  };
}
