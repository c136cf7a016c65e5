import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Gateway, startGateway } from '../gateway';
import { createDeploymentInUse, type DeploymentInUse } from './deploymentInUse';
import { createDiagnostics } from './diagnostics/diagnostics';
import { practiceNetwork } from './media/practiceNetwork';
import { loginWindowOf, memoryFile, memoryKeyring, memoryMarker, personCalled } from './practice';
import type { MarkerPlace } from './session/keptSession';
import { createKeychain } from './session/keychain';

let gateway: Gateway;
let folder: string;
let inUse: DeploymentInUse;
/** What the keychain says to every call; null where it does what is asked. */
let trouble: string | null;
let keyring: ReturnType<typeof memoryKeyring>;
let markers: Map<string, MarkerPlace>;

function deploymentInUse(imported: string): DeploymentInUse {
  const log = { info: () => undefined, warn: () => undefined, tail: async () => [] };
  const asked = <Value>(answer: () => Promise<Value>) =>
    trouble === null ? answer() : Promise.reject(new Error(trouble));
  return createDeploymentInUse({
    places: {
      machine: join(folder, 'no-machine.json'),
      administrator: 0,
      environment: undefined,
      imported,
    },
    fetch,
    begin: Promise.resolve(),
    issuerOf: () => null,
    keychainOf: (deploymentId) =>
      createKeychain({
        load: async () => ({
          getPassword: (...of) => asked(() => keyring.keytar.getPassword(...of)),
          setPassword: (...of) => asked(() => keyring.keytar.setPassword(...of)),
          deletePassword: (...of) => asked(() => keyring.keytar.deletePassword(...of)),
        }),
        deploymentId,
        timeLimit: 1_000,
      }),
    markerOf(deploymentId) {
      const marker = markers.get(deploymentId) ?? memoryMarker();
      markers.set(deploymentId, marker);
      return marker;
    },
    openProfileFile: memoryFile,
    messagesFolder: join(folder, 'messages'),
    picturesFolder: join(folder, 'pictures'),
    pictureNetwork: practiceNetwork(),
    loginWindow: loginWindowOf(() => ({ types: personCalled(gateway, 'xiabing') })),
    isIdle: () => false,
    computer: () => 'own',
    idleMs: () => 0,
    applyPolicy: () => undefined,
    noteDeployment: async () => undefined,
    diagnostics: createDiagnostics({
      log,
      versions: { app: '1', electron: '2', chromium: '3', system: 'practice' },
    }),
    log,
  });
}

const ownKey = () => String(JSON.parse(JSON.stringify(gateway.deployment())).app.appKey);
const fileOf = (id: string) =>
  JSON.stringify(gateway.deployment({ id, app: { appId: 'practice', appKey: 'another key' } }));
/** Without a key to keep, so that only what is in use has something in the keychain. */
const brokered = () => {
  const accessTokenUrl = 'https://broker.example/token';
  return JSON.stringify(gateway.deployment({ id: 'next', app: { appKey: null, accessTokenUrl } }));
};
const locked = 'Cannot create an item in a locked collection';
const keychainLocked = { ok: false, failure: { kind: 'keychain', problem: 'locked' } };
const state = () => inUse.services.value?.session.snapshot.value.state.kind;

/** As an earlier run left it: a file that was brought, its key, and a teacher who has signed in. */
async function signedIn(place = 'deployment.json'): Promise<string> {
  const imported = join(folder, place);
  const { app, ...content } = JSON.parse(JSON.stringify(gateway.deployment({ id: 'former' })));
  const { appKey, ...keyless } = app;
  writeFileSync(imported, JSON.stringify({ ...content, app: keyless }));
  keyring.entries.set('former/appKey', appKey);
  inUse = deploymentInUse(imported);
  await inUse.use();
  await inUse.services.value?.session.signIn();
  expect(state()).toBe('active');
  return imported;
}

/** What was in use is, and nothing is left of what was brought. */
function expectFormerInUse(): void {
  expect(inUse.snapshot.value).toMatchObject({ kind: 'ready', id: 'former' });
  expect(keyring.entries.get('former/appKey')).toBe(ownKey());
  expect(keyring.entries.has('next/appKey')).toBe(false);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
}

beforeEach(async () => {
  gateway = await startGateway({ heartbeatSeconds: 1 });
  folder = mkdtempSync(join(tmpdir(), 'staffroom-in-use-'));
  trouble = null;
  keyring = memoryKeyring();
  markers = new Map();
});
afterEach(async () => {
  inUse.services.value?.stop();
  await gateway.close();
  await rm(folder, { recursive: true });
});

test('a file that is brought takes the place of the one in use, whose person and key go', async () => {
  const imported = await signedIn();
  expect(await inUse.bringIn(fileOf('next'))).toEqual({ ok: true, value: 'imported' });
  expect(inUse.snapshot.value).toMatchObject({ kind: 'ready', id: 'next' });
  expect(state()).toBe('signed-out');
  expect(keyring.entries).toEqual(new Map([['next/appKey', 'another key']]));
  expect(readFileSync(imported, 'utf8')).toContain('"next"');
});

test('on a disk that takes no more, the file in use stays in use, and she stays signed in', async () => {
  // So long a name that none fits beside it: no file can be made there, as on a full disk.
  const imported = await signedIn(`${'d'.repeat(245)}.json`);
  expect(await inUse.bringIn(fileOf('next'))).toEqual({ ok: false, failure: { kind: 'storage' } });
  expect(state()).toBe('active');
  expect(keyring.entries.has('former/oauthToken')).toBe(true);
  expect(readFileSync(imported, 'utf8')).toContain('"former"');
  expectFormerInUse();
});

test.each([
  ['locked', locked],
  ['unavailable', 'The name org.freedesktop.secrets was not provided'],
] as const)(
  'with a keychain that is %s, the file in use stays in use, and she stays signed in',
  async (problem, words) => {
    const imported = await signedIn();
    trouble = words;
    expect(await inUse.bringIn(fileOf('next'))).toEqual({
      ok: false,
      failure: { kind: 'keychain', problem },
    });
    expect(state()).toBe('active');
    expect(keyring.entries.has('former/oauthToken')).toBe(true);
    expect(readFileSync(imported, 'utf8')).toContain('"former"');
    expectFormerInUse();
  },
);

test.each(['next', 'former'])(
  'a file that cannot take the other’s place leaves the keys as they were: %s',
  async (id) => {
    const imported = await signedIn();
    await rm(imported);
    mkdirSync(join(imported, 'in the way'), { recursive: true });
    expect(await inUse.bringIn(fileOf(id))).toEqual({ ok: false, failure: { kind: 'storage' } });
    expectFormerInUse();
  },
);

test('she is not signed out for a file whose coming would leave her sign-in behind', async () => {
  await signedIn();
  trouble = locked;
  expect(await inUse.bringIn(brokered())).toEqual(keychainLocked);
  expect(state()).toBe('active');
  expect(keyring.entries.has('former/oauthToken')).toBe(true);
  expectFormerInUse();
});

test('what a sign-out could not remove goes before the next deployment comes', async () => {
  await signedIn();
  trouble = locked;
  expect(await inUse.services.value?.session.signOut()).toEqual(keychainLocked);
  expect(await inUse.bringIn(brokered())).toEqual(keychainLocked);
  expectFormerInUse();
  trouble = null;
  expect(await inUse.bringIn(brokered())).toEqual({ ok: true, value: 'imported' });
  expect(inUse.snapshot.value).toMatchObject({ kind: 'ready', id: 'next' });
  expect(keyring.entries).toEqual(new Map());
});
