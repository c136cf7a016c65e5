/**
 * For the services' tests: the real services on a practice platform over real HTTP. Two things stand
 * in for what cannot run without Electron and a desktop: a keychain in memory, and a login window
 * that fills in the platform's page by fetch. The end-to-end tests have the real ones.
 */
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gateway, PracticePerson } from '../gateway';
import type { Computer, Result } from '../preload/contract';
import { type Deployment, readDeployment } from './deployment/deployment';
import { createDiagnostics, type Diagnostics } from './diagnostics/diagnostics';
import { practiceNetwork } from './media/practiceNetwork';
import type { SealedFile } from './profile/cache';
import { createServices, type Services } from './services';
import type { Clock } from './session/heartbeat';
import type { Marker, MarkerPlace } from './session/keptSession';
import { createKeychain, type Keychain, type Keytar } from './session/keychain';
import type { LoginEnd, LoginWindow } from './session/loginWindow';

export function deploymentOn(
  gateway: Gateway,
  overrides: Readonly<Record<string, unknown>> = {},
): Deployment {
  const reading = readDeployment(JSON.stringify(gateway.deployment(overrides)), 'file');
  if (reading.kind === 'wrong') throw new Error(JSON.stringify(reading.problems));
  return reading.deployment;
}

/** keytar's calls on a keyring in memory; `entries` can be looked into. */
export function memoryKeyring(): {
  readonly entries: Map<string, string>;
  readonly keytar: Keytar;
} {
  const entries = new Map<string, string>();
  return {
    entries,
    keytar: {
      getPassword: async (_service, account) => entries.get(account) ?? null,
      setPassword: async (_service, account, password) => void entries.set(account, password),
      deletePassword: async (_service, account) => entries.delete(account),
    },
  };
}

/** A person at the login page: types her account and password, or closes the window. */
export function loginWindowOf(
  does: () => { readonly types: PracticePerson } | 'closes',
): LoginWindow & { readonly forgotten: () => number } {
  let forgotten = 0;
  const cookies = new Map<string, string>();
  return {
    forgotten: () => forgotten,
    async run({ redirectUri, address, cancelled }): Promise<LoginEnd> {
      const act = does();
      const opened = await address();
      if (act === 'closes' || !opened.ok) {
        cancelled();
        return { kind: 'cancelled' };
      }
      const location = await fillIn(opened.value, act.types, cookies);
      if (!location.startsWith(redirectUri)) throw new Error('the page did not redirect');
      return { kind: 'redirected', address: location };
    },
    async runUnseen({ redirectUri, address, timeLimit }): Promise<LoginEnd> {
      const opened = await address();
      if (!opened.ok) return { kind: 'cancelled' };
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const sent = await fetch(opened.value, {
        redirect: 'manual',
        headers: { cookie },
        signal: AbortSignal.timeout(timeLimit),
      });
      const location = sent.headers.get('location') ?? '';
      return location.startsWith(redirectUri)
        ? { kind: 'redirected', address: location }
        : { kind: 'cancelled' };
    },
    holdsSignOn: () => cookies.size > 0,
    cookie: async (_address, name) => cookies.get(name) ?? null,
    show: () => undefined,
    close: () => undefined,
    forget: async () => {
      forgotten += 1;
      cookies.clear();
    },
  };
}

async function fillIn(
  address: string,
  { account, password }: PracticePerson,
  cookies: Map<string, string>,
): Promise<string> {
  const page = await (await fetch(address)).text();
  const form = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const { origin, pathname } = new URL(address);
  const sent = await fetch(origin + pathname, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ form, account, password }),
  });
  for (const cookie of sent.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    cookies.set(name, value);
  }
  return sent.headers.get('location') ?? '';
}

export interface Practice {
  readonly services: Services;
  readonly keyring: Map<string, string>;
  readonly profileFile: SealedFile;
  readonly marker: MarkerPlace;
  readonly loginWindow: ReturnType<typeof loginWindowOf>;
  /** A line for each event of the session, and for what of an answer could not be used. */
  readonly log: readonly string[];
  /** The log's lines as the app writes them. */
  readonly logged: readonly string[];
  readonly diagnostics: Diagnostics;
}

export interface PracticeOptions {
  readonly deployment?: Readonly<Record<string, unknown>>;
  /** Who sits at the login page; a class teacher where it is left out. */
  readonly person?: PracticePerson | 'closes';
  /** What an earlier run left behind. */
  readonly after?: Practice;
  readonly keychain?: (keychain: Keychain) => Keychain;
  readonly isIdle?: () => boolean;
  /** Her own where it is left out. */
  readonly computer?: () => Computer;
  /** How long ago the last input was; in use where it is left out. */
  readonly idleMs?: () => number;
  /** What heartbeats are planned by; the machine's where it is left out. */
  readonly clock?: Clock;
  /** Node's where it is left out. */
  readonly fetch?: typeof fetch;
  /** Where messages are kept; in memory where it is left out. */
  readonly messagesFolder?: string;
}

export function practiceOn(gateway: Gateway, options: PracticeOptions = {}): Practice {
  const deployment = deploymentOn(gateway, options.deployment);
  const { entries, keytar } = memoryKeyring();
  for (const [account, secret] of options.after?.keyring ?? []) entries.set(account, secret);
  const keychain = createKeychain({
    load: async () => keytar,
    deploymentId: deployment.id,
    timeLimit: 1_000,
  });
  const person = options.person ?? personCalled(gateway, 'xiabing');
  const loginWindow = loginWindowOf(() => (person === 'closes' ? person : { types: person }));
  const profileFile = options.after?.profileFile ?? memoryFile();
  const marker = options.after?.marker ?? memoryMarker();
  const log: string[] = [];
  const logged: string[] = [];
  const diagnostics = createDiagnostics({
    log: {
      info: (scope, what) => logged.push(`${scope}: ${what}`),
      tail: async () => logged,
    },
    versions: { app: '1', electron: '2', chromium: '3', system: 'practice' },
  });
  diagnostics.recordDeployment({
    kind: 'ready',
    source: 'environment',
    deployment,
    unknownFields: [],
  });
  const services = createServices({
    deployment,
    fetch: options.fetch ?? fetch,
    issuerOf: () => null,
    ...(options.clock && { clock: options.clock }),
    keychain: options.keychain?.(keychain) ?? keychain,
    marker,
    profileFile,
    messagesFolder: options.messagesFolder ?? null,
    // Made by the first picture that a test loads.
    picturesFolder: join(tmpdir(), `staffroom-pictures-${randomUUID()}`),
    pictureNetwork: practiceNetwork(),
    loginWindow,
    isIdle: options.isIdle ?? (() => false),
    computer: options.computer ?? (() => 'own'),
    idleMs: options.idleMs ?? (() => 0),
    log: {
      session(event, state) {
        log.push(`${event.kind} → ${state}`);
        diagnostics.recordSession(event, state);
      },
      unusable(answer, fields) {
        log.push(`${answer} unusable: ${fields.join(', ')}`);
        logged.push(`${answer}: unusable: ${fields.join(', ')}`);
      },
      storageTrouble: (what) => log.push(`messages ${what}`),
      refreshFailed: (of, cause) => diagnostics.record({ kind: 'refresh', of, cause }),
    },
  });
  return { services, keyring: entries, profileFile, marker, loginWindow, log, logged, diagnostics };
}

export function personCalled(gateway: Gateway, account: string): PracticePerson {
  const person = gateway.people.find((one) => one.account === account);
  if (person === undefined) throw new Error(`nobody is called ${account}`);
  return person;
}

export function given<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

export function memoryFile(): SealedFile {
  let content: { readonly sealed?: string } = {};
  return {
    read: () => content,
    write: async (next) => {
      content = next;
    },
    clear: async () => {
      content = {};
    },
    touch: async () => undefined,
  };
}

export function memoryMarker(): MarkerPlace {
  let marker: Marker = 'nothing';
  return {
    read: () => marker,
    write: async (next) => {
      marker = next;
    },
  };
}
