/** A shared computer, with the services on a practice platform. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Gateway, startGateway } from '../../gateway';
import type { Computer } from '../../preload/contract';
import { given, type Practice, type PracticeOptions, personCalled, practiceOn } from '../practice';

let gateway: Gateway;
let messagesFolder: string;
let running: Practice[] = [];

beforeEach(async () => {
  gateway = await startGateway({ heartbeatSeconds: 1 });
  messagesFolder = await mkdtemp(join(tmpdir(), 'staffroom-shared-'));
});
afterEach(async () => {
  for (const { services } of running) services.stop();
  running = [];
  await gateway.close();
  await rm(messagesFolder, { recursive: true });
});

function start(options: PracticeOptions = {}): Practice {
  const made = practiceOn(gateway, { messagesFolder, ...options });
  running.push(made);
  return made;
}

async function signedIn(options: PracticeOptions = {}): Promise<Practice> {
  const made = start(options);
  given(await made.services.session.signIn());
  given(await made.services.inbox.refresh());
  await vi.waitFor(() => expect(made.services.profile.snapshot.value.profile).not.toBeNull());
  return made;
}

const shared = { computer: (): Computer => 'shared' };
const bySchool = { deployment: { policy: { sharedComputer: true } } };

const left = async ({ keyring, profileFile, marker }: Practice) => ({
  keychain: [...keyring.keys()],
  profile: profileFile.read(),
  marker: marker.read(),
  files: await readdir(messagesFolder),
});
const nothing = { keychain: [], profile: {}, marker: 'nothing', files: [] };

test.each([
  ['chosen on the sign-in page', shared],
  ['set by the school', bySchool],
])(
  '%s, nothing goes to the keychain or to disk, and she is not told that it failed',
  async (_, options) => {
    const made = await signedIn(options);
    expect(made.services.inbox.snapshot.value.total).toBeGreaterThan(0);
    expect(made.services.session.snapshot.value).toMatchObject({
      state: { kind: 'active' },
      remembered: true,
    });
    expect(made.services.sharing.value).toMatchObject({ computer: 'shared', keeps: 'in-memory' });
    expect(await left(made)).toEqual(nothing);
    given(await made.services.session.signOut());
    expect(await left(made)).toEqual(nothing);
  },
);

test('a silent renewal of such a sign-in writes nothing either', async () => {
  const made = await signedIn({
    ...shared,
    deployment: { session: { heartbeatSeconds: 1, silentRenewal: true } },
  });
  gateway.endSession(personCalled(gateway, 'xiabing').personId);
  await vi.waitFor(() => expect(made.log).toContain('signed-in → active'), 5_000);
  await vi.waitFor(
    () => expect(made.log.filter((line) => line === 'signed-in → active')).toHaveLength(2),
    10_000,
  );
  expect(await left(made)).toEqual(nothing);
});

test.each([
  ['shared', 'forgets', 1],
  ['own', 'remembers', 0],
] as const)(
  'after a sign-in that failed, the login page of a computer that is %s %s her',
  async (computer, _, times) => {
    const made = start({ computer: () => computer });
    gateway.fault('oauth-token', { kind: 'bad-gateway' });
    expect(await made.services.session.signIn()).toMatchObject({ ok: false });
    expect(made.loginWindow.forgotten()).toBe(times);
  },
);

test('on a computer of her own the switch has effect at the next sign-in', async () => {
  const computer = signal<Computer>('own');
  const made = await signedIn({ computer: () => computer.value });
  computer.value = 'shared';
  expect(made.services.sharing.value).toMatchObject({ computer: 'shared', keeps: 'on-disk' });
  expect(made.marker.read()).toBe('kept');
  given(await made.services.session.signOut());
  expect(await left(made)).toMatchObject({ keychain: [], marker: 'nothing', files: [] });
  given(await made.services.session.signIn());
  expect(made.services.sharing.value.keeps).toBe('in-memory');
  expect(made.keyring.size).toBe(0);
});

test('who signs in after somebody who has not signed out finds and leaves nothing', async () => {
  const computer = signal<Computer>('own');
  const person = personCalled(gateway, 'xiabing');
  const first = await signedIn({ computer: () => computer.value, person });
  first.services.stop();
  gateway.endSession(person.personId);
  const next = start({
    after: first,
    computer: () => 'shared',
    person: personCalled(gateway, 'chenzhiyuan'),
  });
  await next.services.start();
  await vi.waitFor(
    () => expect(next.services.session.snapshot.value.state.kind).toBe('expired'),
    10_000,
  );
  given(await next.services.session.signIn());
  given(await next.services.inbox.refresh());
  expect(next.services.sharing.value.keeps).toBe('in-memory');
  expect(await left(next)).toEqual(nothing);
});

test('unused for the time that the school has set, she is told, signed out, and told why', async () => {
  let idleMs = 0;
  const made = await signedIn({
    deployment: {
      session: { heartbeatSeconds: 1 },
      policy: { sharedComputer: true, sharedComputerIdleMinutes: 1 },
    },
    idleMs: () => idleMs,
  });
  const { sharing, session } = made.services;
  expect(sharing.value).toMatchObject({ idleMinutes: 1, leavesAt: null });
  idleMs = 3_600_000;
  await vi.waitFor(() => expect(sharing.value.leavesAt).not.toBeNull(), 10_000);
  idleMs = 0;
  await vi.waitFor(() => expect(sharing.value.leavesAt).toBeNull(), 5_000);
  expect(session.snapshot.value.state.kind).toBe('active');
  idleMs = 3_600_000;
  await vi.waitFor(() => expect(session.snapshot.value.state.kind).toBe('signed-out'), 15_000);
  expect(sharing.value).toMatchObject({ left: 'unused', leavesAt: null });
  expect(made.services.inbox.snapshot.value.total).toBe(0);
  given(await session.signIn());
  expect(sharing.value.left).toBeNull();
}, 40_000);

test('on a computer of her own nobody is signed out for being away', async () => {
  const made = await signedIn({
    deployment: {
      session: { heartbeatSeconds: 1 },
      policy: { sharedComputerIdleMinutes: 1 },
    },
    idleMs: () => 3_600_000,
  });
  const before = made.log.length;
  await vi.waitFor(() => expect(made.log.length).toBeGreaterThan(before + 7), 30_000);
  expect(made.services.session.account.value).not.toBeNull();
  expect(made.services.leaveAtQuit()).toBeNull();
}, 40_000);

test('at quit the marks that wait go out first, and then she is signed out', async () => {
  const made = await signedIn(shared);
  const { inbox, session } = made.services;
  inbox.pauseSending();
  const keys = (await inbox.list({ filter: 'unread', search: '' })).slice(0, 3);
  given(await inbox.mark(keys, 'read'));
  expect(inbox.snapshot.value.outbox.waiting).toBe(3);
  await made.services.leaveAtQuit();
  expect(session.snapshot.value.state.kind).toBe('signed-out');
  const [call] = gateway.journal.filter((entry) => entry.call === 'mark-messages');
  expect(call?.body).toMatchObject({
    msgId: [expect.any(String), expect.any(String), expect.any(String)],
  });
});

test('a platform that does not take them holds no quit up for longer than two seconds', async () => {
  const made = await signedIn(shared);
  gateway.fault('mark-messages', { kind: 'bad-gateway' });
  const keys = (await made.services.inbox.list({ filter: 'unread', search: '' })).slice(0, 1);
  given(await made.services.inbox.mark(keys, 'read'));
  const before = performance.now();
  await made.services.leaveAtQuit();
  expect(performance.now() - before).toBeLessThan(4_000);
  expect(made.services.session.snapshot.value.state.kind).toBe('signed-out');
});

test('what was kept before the school made the computer a shared one goes at the first quit', async () => {
  const first = await signedIn();
  first.services.stop();
  const next = start({ ...bySchool, after: first });
  await next.services.start();
  await vi.waitFor(() => expect(next.services.session.account.value).not.toBeNull());
  expect(next.services.sharing.value).toMatchObject({ setBy: 'school', keeps: 'on-disk' });
  await next.services.leaveAtQuit();
  expect(await left(next)).toEqual(nothing);
});

test('a sign-out that a quit does not wait for any longer is ended by the next start', async () => {
  const first = await signedIn();
  first.services.stop();
  const hangs = () => new Promise<never>(() => undefined);
  const next = start({
    ...bySchool,
    after: first,
    keychain: (keychain) => ({ ...keychain, remove: hangs }),
  });
  await next.services.start();
  void next.services.leaveAtQuit();
  await vi.waitFor(() => expect(next.services.session.account.value).toBeNull(), 10_000);
  next.services.stop();
  const last = start({ ...bySchool, after: next });
  await last.services.start();
  expect(last.services.session.account.value).toBeNull();
  expect(await left(last)).toMatchObject({ keychain: [], marker: 'nothing' });
});
