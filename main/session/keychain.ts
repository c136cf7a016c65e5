/**
 * The system's keychain, through keytar, with typed results. What keytar itself does is measured,
 * not documented: on Linux a locked keyring answers a read with null as if there were nothing, a
 * prompt that nobody answers hangs the call, and `findCredentials` on a locked keyring crashes the
 * process (so it is never called).
 */
import type { StoredSecret } from '../../preload/stored';

/** What is kept, as the second half of its account name: `<deployment id>/<what>`. */
export const secrets = [
  'oauthToken',
  'session',
  'appKey',
  'cacheKey',
  'proxyPassword',
] as const satisfies readonly StoredSecret[];
export type Secret = StoredSecret;

export type KeychainTrouble = { readonly kind: 'locked' } | { readonly kind: 'unavailable' };
export type KeychainRead =
  | { readonly kind: 'found'; readonly secret: string }
  | { readonly kind: 'absent' }
  | KeychainTrouble;
export type KeychainWrite = { readonly kind: 'done' } | KeychainTrouble;

export interface Keychain {
  /** `absent` may also be a locked keyring: where that matters, `lookFor` it. */
  read(what: Secret): Promise<KeychainRead>;
  write(what: Secret, secret: string): Promise<KeychainWrite>;
  remove(what: Secret): Promise<KeychainWrite>;
  /** Writes and removes an entry of no meaning: tells a locked keychain from an empty one. */
  probe(): Promise<KeychainWrite>;
  /** Ends with the call that hangs on a prompt; null where none does. */
  hanging(): Promise<unknown> | null;
}

/** The part of keytar that is used. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

export interface KeychainOptions {
  /** Called at the first use: loading throws where the system has no libsecret. */
  readonly load: () => Promise<Keytar>;
  readonly deploymentId: string;
  /** After this a call counts as waiting for an unlock prompt. Milliseconds. */
  readonly timeLimit: number;
}

export const keychainService = 'Staffroom';

export function createKeychain({ load, deploymentId, timeLimit }: KeychainOptions): Keychain {
  let loading: Promise<Keytar> | null = null;
  /** A call that ran into the limit still holds a thread of Node's few: no other joins it. */
  let hanging: Promise<unknown> | null = null;

  const accountOf = (what: Secret | 'probe') => `${deploymentId}/${what}`;

  async function attempt<Value>(
    action: (keytar: Keytar) => Promise<Value>,
  ): Promise<{ readonly kind: 'done'; readonly value: Value } | KeychainTrouble> {
    if (hanging !== null) return { kind: 'locked' };
    loading ??= load();
    let keytar: Keytar;
    try {
      keytar = await loading;
    } catch {
      return { kind: 'unavailable' };
    }
    const call = action(keytar).then(
      (value) => ({ kind: 'done', value }) as const,
      (error: unknown) => troubleOf(error),
    );
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<KeychainTrouble>((resolve) => {
      timer = setTimeout(() => {
        hanging = call.then(() => {
          hanging = null;
        });
        resolve({ kind: 'locked' });
      }, timeLimit);
    });
    const outcome = await Promise.race([call, limit]);
    clearTimeout(timer);
    return outcome;
  }

  async function change(action: (keytar: Keytar) => Promise<unknown>): Promise<KeychainWrite> {
    const outcome = await attempt(action);
    return outcome.kind === 'done' ? { kind: 'done' } : outcome;
  }

  return {
    async read(what) {
      const outcome = await attempt((keytar) =>
        keytar.getPassword(keychainService, accountOf(what)),
      );
      if (outcome.kind !== 'done') return outcome;
      return outcome.value === null ? { kind: 'absent' } : { kind: 'found', secret: outcome.value };
    },
    write: (what, secret) =>
      change((keytar) => keytar.setPassword(keychainService, accountOf(what), secret)),
    remove: (what) => change((keytar) => keytar.deletePassword(keychainService, accountOf(what))),
    probe: () =>
      change(async (keytar) => {
        await keytar.setPassword(keychainService, accountOf('probe'), 'probe');
        await keytar.deletePassword(keychainService, accountOf('probe'));
      }),
    hanging: () => hanging,
  };
}

/** What a page is told of it. */
export const keychainFailed = ({ kind }: KeychainTrouble) =>
  ({ ok: false, failure: { kind: 'keychain', problem: kind } }) as const;

/**
 * Like `read`, but `absent` is certain. The probe may itself be what has a person unlock the keyring, so
 * that what was not there is there after it.
 */
export async function lookFor(
  keychain: Pick<Keychain, 'read' | 'probe'>,
  what: Secret,
): Promise<KeychainRead> {
  const read = await keychain.read(what);
  if (read.kind !== 'absent') return read;
  const probed = await keychain.probe();
  return probed.kind === 'done' ? keychain.read(what) : probed;
}

/** keytar's errors are plain `Error`s without a code; what is told apart is libsecret's wording. */
function troubleOf(error: unknown): KeychainTrouble {
  const words = error instanceof Error ? error.message : '';
  return /locked collection|is locked|dismissed|user interaction is not allowed/i.test(words)
    ? { kind: 'locked' }
    : { kind: 'unavailable' };
}
