/**
 * The password that a proxy wants: given before, kept in the keychain, or asked for. A wrong one is
 * asked for once more; after that the proxy is given up on until she asks for another try.
 */
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { ProxyPrompt } from '../../preload/contract';
import type { Keychain } from '../session/keychain';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

export interface GivenCredentials extends Credentials {
  readonly keep: 'keychain' | 'this-run';
}

export interface ProxyPassword {
  readonly prompt: ReadonlySignal<ProxyPrompt | null>;
  /**
   * For the proxy `host:port`; null where it is given up on. `refused` are those that this proxy has
   * just refused. Several may ask at a time: she is asked once.
   */
  credentialsFor(proxy: string, refused: Credentials | null): Promise<Credentials | null>;
  /** What was given last let a request through: now it may be kept. */
  accepted(proxy: string): Promise<void>;
  /** Her answer to the prompt, and her closing it without one. */
  answer(given: GivenCredentials): void;
  dismiss(): void;
  /** A proxy that was given up on may ask again. */
  tryAgain(): void;
}

const mostTimes = 2;

/** `admitted` is told when what she gave has let a request through. */
export function createProxyPassword(
  keychain: Pick<Keychain, 'read' | 'write' | 'remove'>,
  admitted: () => void,
): ProxyPassword {
  const prompt = signal<ProxyPrompt | null>(null);
  const known = new Map<string, Credentials>();
  const asked = new Map<string, number>();
  const givenUp = new Set<string>();
  const underWay = new Map<string, Promise<Credentials | null>>();
  let answered: ((given: GivenCredentials | null) => void) | null = null;
  /** By proxy: what is to become of what she gave once it is accepted. */
  const toKeep = new Map<string, GivenCredentials>();

  async function inKeychain(proxy: string): Promise<Credentials | null> {
    const entry = await keychain.read('proxyPassword');
    if (entry.kind !== 'found') return null;
    return keptFor(proxy, entry.secret);
  }

  async function ask(proxy: string): Promise<Credentials | null> {
    const times = asked.get(proxy) ?? 0;
    // Two proxies in a row have one prompt each.
    if (times >= mostTimes || prompt.peek() !== null) return null;
    asked.set(proxy, times + 1);
    const given = await new Promise<GivenCredentials | null>((resolve) => {
      answered = resolve;
      prompt.value = { proxy, time: times === 0 ? 'first' : 'again' };
    });
    answered = null;
    prompt.value = null;
    if (given === null) return null;
    toKeep.set(proxy, given);
    return given;
  }

  async function find(proxy: string, refused: Credentials | null): Promise<Credentials | null> {
    const before = known.get(proxy) ?? (await inKeychain(proxy));
    const found = before !== null && !isSame(before, refused) ? before : await ask(proxy);
    if (found === null) givenUp.add(proxy);
    else known.set(proxy, found);
    return found;
  }

  return {
    prompt,

    async credentialsFor(proxy, refused) {
      if (givenUp.has(proxy)) return null;
      const finding = underWay.get(proxy) ?? find(proxy, refused);
      underWay.set(proxy, finding);
      try {
        return await finding;
      } finally {
        underWay.delete(proxy);
      }
    },

    async accepted(proxy) {
      asked.delete(proxy);
      const given = toKeep.get(proxy);
      if (given === undefined) return;
      toKeep.delete(proxy);
      admitted();
      const { user, password, keep } = given;
      if (keep === 'this-run') await keychain.remove('proxyPassword');
      else await keychain.write('proxyPassword', JSON.stringify({ proxy, user, password }));
    },

    answer: (given) => answered?.(given),
    dismiss: () => answered?.(null),

    tryAgain() {
      for (const proxy of givenUp) asked.delete(proxy);
      givenUp.clear();
    },
  };
}

const isSame = (one: Credentials, other: Credentials | null): boolean =>
  one.user === other?.user && one.password === other.password;

/** Null where the entry is another proxy's, or none of ours. */
function keptFor(proxy: string, entry: string): Credentials | null {
  let found: { readonly [Name in 'proxy' | keyof Credentials]?: unknown } | null;
  try {
    found = JSON.parse(entry);
  } catch {
    return null;
  }
  const { user, password } = found ?? {};
  if (found?.proxy !== proxy || typeof user !== 'string' || typeof password !== 'string') {
    return null;
  }
  return { user, password };
}
