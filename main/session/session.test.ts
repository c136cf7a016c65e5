import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Gateway, startGateway } from '../../gateway';
import { given, type Practice, type PracticeOptions, personCalled, practiceOn } from '../practice';

let gateway: Gateway;
let running: Practice[] = [];

beforeEach(async () => {
  gateway = await startGateway({ heartbeatSeconds: 1 });
});
afterEach(async () => {
  for (const { services } of running) services.stop();
  running = [];
  await gateway.close();
});

function practice(options: PracticeOptions = {}): Practice {
  const made = practiceOn(gateway, options);
  running.push(made);
  return made;
}

const stateOf = ({ services }: Practice) => services.session.snapshot.value.state;
const teacher = () => personCalled(gateway, 'xiabing');

async function signedIn(options: PracticeOptions = {}): Promise<Practice> {
  const made = practice(options);
  given(await made.services.session.signIn());
  return made;
}

test('a sign-in ends active, with the token and the session id in the keychain', async () => {
  const { services, keyring } = await signedIn();
  expect(services.session.snapshot.value).toMatchObject({
    state: { kind: 'active' },
    signInFailure: null,
    remembered: true,
  });
  expect(JSON.parse(keyring.get('practice/oauthToken') ?? '')).toMatchObject({
    personId: teacher().personId,
  });
  expect(keyring.get('practice/session')).toBeTruthy();
  expect(services.session.account.value?.personId).toBe(teacher().personId);
});

test.each(['redirect-camel', 'ticket', 'cookie'] as const)(
  'the session id is also found when it travels by %s',
  async (sessionTravels) => {
    gateway.configure({ sessionTravels });
    expect(stateOf(await signedIn()).kind).toBe('active');
  },
);

test('where the platform gives no session id, she is signed in without one, and no heartbeat goes out', async () => {
  gateway.configure({ sessionTravels: 'nowhere' });
  const made = await signedIn();
  expect(stateOf(made)).toEqual({ kind: 'no-session' });
  expect(made.keyring.has('practice/session')).toBe(false);
  expect(gateway.journal.some(({ call }) => call === 'heartbeat')).toBe(false);
});

test.each(['redirect', 'ticket'] as const)(
  'a redirect that names another person signs nobody in (session id by %s)',
  async (sessionTravels) => {
    gateway.configure({
      sessionTravels,
      redirectNames: personCalled(gateway, 'chenzhiyuan').personId,
    });
    const made = practice();
    const outcome = await made.services.session.signIn();
    expect(outcome).toMatchObject({ ok: false });
    expect(made.services.session.snapshot.value).toMatchObject({ state: { kind: 'signed-out' } });
    expect(made.services.session.account.value).toBeNull();
    expect(made.keyring.size).toBe(0);
  },
);

test("the heartbeat's word on who she is counts, not the redirect's", async () => {
  const other = personCalled(gateway, 'chenzhiyuan').personId;
  gateway.fault('heartbeat', { kind: 'merged', patch: { result: { user_id: other } } });
  const made = practice();
  expect(await made.services.session.signIn()).toEqual({
    ok: false,
    failure: { kind: 'wrong-person' },
  });
  expect(made.keyring.size).toBe(0);
});

test('closing the window is no failure: she is where she was', async () => {
  const made = practice({ person: 'closes' });
  expect(await made.services.session.signIn()).toEqual({
    ok: false,
    failure: { kind: 'cancelled' },
  });
  expect(made.services.session.snapshot.value).toMatchObject({
    state: { kind: 'signed-out' },
    signInFailure: null,
  });
});

test('a refused code ends this sign-in, and the platform’s words are kept for her', async () => {
  gateway.fault('oauth-token', { kind: 'envelope', code: '200101', text: '授权码已失效' });
  const made = practice();
  await made.services.session.signIn();
  expect(made.services.session.snapshot.value.signInFailure).toEqual({
    kind: 'rejected',
    code: '200101',
    text: '授权码已失效',
  });
});

test('heartbeats go out again and again while she is signed in', async () => {
  await signedIn();
  const beats = await gateway.until('heartbeat', 3);
  const sessions = new Set(beats.map(({ query }) => query.usession_id));
  expect(sessions.size).toBe(1);
});

test('100000 is confirmed by one more heartbeat before the session counts as expired', async () => {
  const made = await signedIn();
  gateway.clearJournal();
  gateway.endSession(teacher().personId);
  await vi.waitFor(() => expect(stateOf(made).kind).toBe('expired'), 10_000);
  expect(made.log.filter((line) => line.startsWith('gone'))).toEqual([
    'gone → active',
    'gone → expired',
  ]);
  expect(made.services.session.account.value).not.toBeNull();
});

test('a single 100000 that the next heartbeat takes back changes nothing', async () => {
  const made = await signedIn();
  gateway.fault('heartbeat', { kind: 'envelope', code: '100000', text: '', times: 1 });
  await vi.waitFor(() => expect(made.log).toContain('gone → active'), 10_000);
  await vi.waitFor(() => expect(made.log.at(-1)).toBe('alive → active'), 10_000);
});

test('110000 is displaced at once, with what the platform tells of it', async () => {
  const made = await signedIn();
  gateway.displace(teacher().personId);
  await vi.waitFor(() => expect(stateOf(made).kind).toBe('displaced'), 10_000);
  expect(stateOf(made)).toMatchObject({ log: [expect.any(String)] });
});

test.each([
  ['a 502 with a page', { kind: 'bad-gateway' }, 'server'],
  ['a captive portal', { kind: 'captive-portal' }, 'not-the-platform'],
  ['an answer cut off', { kind: 'truncated' }, 'malformed'],
  ['an unknown code', { kind: 'envelope', code: '999999', text: '?' }, 'rejected'],
  ['no answer in time', { kind: 'hold' }, 'timeout'],
] as const)(
  '%s makes the platform unreachable and ends no session',
  async (_words, fault, cause) => {
    const made = await signedIn();
    gateway.fault('heartbeat', fault);
    await vi.waitFor(
      () => expect(stateOf(made)).toMatchObject({ kind: 'unreachable', cause: { kind: cause } }),
      10_000,
    );
    gateway.clearFaults();
    await made.services.session.tryNow();
    await vi.waitFor(() => expect(stateOf(made).kind).toBe('active'), 10_000);
  },
);

test('a restart takes the kept session up: checking, then active, with no sign-in', async () => {
  const before = await signedIn();
  before.services.stop();
  gateway.clearJournal();
  const after = practice({ after: before });
  await after.services.start();
  expect(stateOf(after).kind).toBe('checking');
  await vi.waitFor(() => expect(stateOf(after).kind).toBe('active'), 10_000);
  expect(gateway.journal.some(({ call }) => call === 'login-ticket')).toBe(false);
});

test('a keychain that is locked is said to be, and tried again when she asks', async () => {
  const before = await signedIn();
  before.services.stop();
  let locked = true;
  const after = practice({
    after: before,
    keychain: (keychain) => ({
      ...keychain,
      // A locked keyring reads as an empty one and refuses to write.
      read: async (what) => (locked ? { kind: 'absent' } : keychain.read(what)),
      probe: async () => (locked ? { kind: 'locked' } : keychain.probe()),
    }),
  });
  await after.services.start();
  expect(stateOf(after)).toEqual({ kind: 'keychain-locked' });
  locked = false;
  await after.services.session.tryNow();
  await vi.waitFor(() => expect(stateOf(after).kind).toBe('active'), 10_000);
});

test.each(['locked', 'unavailable'] as const)(
  'a session id that is %s is waited for: it is not taken for one that there never was',
  async (kind) => {
    const before = await signedIn();
    before.services.stop();
    let reachable = false;
    const after = practice({
      after: before,
      keychain: (keychain) => ({
        ...keychain,
        read: async (what) => (what === 'session' && !reachable ? { kind } : keychain.read(what)),
      }),
    });
    await after.services.start();
    expect(stateOf(after)).toEqual({ kind: 'keychain-locked' });
    reachable = true;
    await after.services.session.tryNow();
    await vi.waitFor(() => expect(stateOf(after).kind).toBe('active'), 10_000);
  },
);

test('a keyring that is unlocked for the asking gives what it holds', async () => {
  const before = await signedIn();
  before.services.stop();
  let locked = true;
  const after = practice({
    after: before,
    keychain: (keychain) => ({
      ...keychain,
      read: async (what) => (locked ? { kind: 'absent' } : keychain.read(what)),
      // A write is what has the system ask her for the password.
      async probe() {
        locked = false;
        return keychain.probe();
      },
    }),
  });
  await after.services.start();
  await vi.waitFor(() => expect(stateOf(after).kind).toBe('active'), 10_000);
});

test('entries that somebody else removed from the keychain mean signed out', async () => {
  const before = await signedIn();
  before.services.stop();
  before.keyring.clear();
  const after = practice({ after: before });
  await after.services.start();
  expect(stateOf(after).kind).toBe('signed-out');
  expect(after.marker.read()).toBe('nothing');
});

test('without a keychain she is signed in for this run, and told so', async () => {
  const made = await signedIn({
    keychain: (keychain) => ({ ...keychain, write: async () => ({ kind: 'unavailable' }) }),
  });
  expect(made.services.session.snapshot.value).toMatchObject({
    state: { kind: 'active' },
    remembered: false,
  });
  await made.services.profile.refresh();
  expect(made.profileFile.read()).toEqual({});
});

test('without a keychain signing out has nothing to remove, and does not fail', async () => {
  const unavailable = async () => ({ kind: 'unavailable' }) as const;
  const made = await signedIn({
    keychain: (keychain) => ({
      ...keychain,
      read: unavailable,
      write: unavailable,
      remove: unavailable,
      probe: unavailable,
    }),
  });
  expect(await made.services.session.signOut()).toEqual({ ok: true, value: 'signed-out' });
  expect(made.marker.read()).toBe('nothing');
});

test('signing out leaves nothing of hers: keychain, cache, messages, login cookies', async () => {
  const made = await signedIn();
  await made.services.profile.refresh();
  await made.services.inbox.refresh();
  expect(made.keyring.size).toBe(3);
  expect(made.profileFile.read()).toHaveProperty('sealed');
  expect(await made.services.session.signOut()).toEqual({ ok: true, value: 'signed-out' });
  expect(stateOf(made).kind).toBe('signed-out');
  expect([...made.keyring.keys()]).toEqual([]);
  expect(made.profileFile.read()).toEqual({});
  expect(made.services.profile.snapshot.value.profile).toBeNull();
  expect(made.services.inbox.snapshot.value).toMatchObject({ total: 0, unread: 0 });
  expect(made.loginWindow.forgotten()).toBe(1);
});

test('a disk that refuses keeps nothing else from going: what would sign her in again is removed', async () => {
  const made = await signedIn();
  await made.services.profile.refresh();
  vi.spyOn(made.profileFile, 'clear').mockRejectedValue(new Error('ENOSPC'));
  expect(await made.services.session.signOut()).toEqual({ ok: true, value: 'signed-out' });
  expect([...made.keyring.keys()]).toEqual([]);
  expect(made.marker.read()).toBe('nothing');
  expect(made.log).toContain('messages not-removed');
  const after = practice({ after: made });
  await after.services.start();
  expect(stateOf(after).kind).toBe('signed-out');
  expect(after.services.profile.snapshot.value.profile).toBeNull();
});

test('a login page that cannot be forgotten is no success, and the keychain is emptied all the same', async () => {
  const made = await signedIn();
  vi.spyOn(made.loginWindow, 'forget').mockRejectedValue(new Error('in the way'));
  await expect(made.services.session.signOut()).rejects.toThrow('in the way');
  expect([...made.keyring.keys()]).toEqual([]);
});

test.each([
  ['somebody else signs in after her, it is another turn', 'chenzhiyuan', 1],
  ['she signs in again, it is the same turn', 'xiabing', 0],
] as const)('without a sign-out, when %s', async (_, account, later) => {
  const before = await signedIn();
  before.services.stop();
  gateway.endSession(teacher().personId);
  const after = practice({ after: before, person: personCalled(gateway, account) });
  await after.services.start();
  await vi.waitFor(() => expect(stateOf(after).kind).toBe('expired'), 10_000);
  const { turn } = after.services.session.snapshot.value;
  given(await after.services.session.signIn());
  expect(after.services.session.snapshot.value.turn).toBe(turn + later);
});

test('what could not be removed is removed at the next start', async () => {
  let reachable = true;
  const made = await signedIn({
    keychain: (keychain) => ({
      ...keychain,
      remove: async (what) => (reachable ? keychain.remove(what) : { kind: 'unavailable' }),
    }),
  });
  reachable = false;
  expect(await made.services.session.signOut()).toEqual({
    ok: false,
    failure: { kind: 'keychain', problem: 'unavailable' },
  });
  expect(made.services.session.snapshot.value).toMatchObject({
    state: { kind: 'signed-out' },
    leftBehind: 'unavailable',
  });
  const after = practice({ after: made });
  await after.services.start();
  expect(stateOf(after).kind).toBe('signed-out');
  expect([...after.keyring.keys()]).toEqual([]);
});

test('a locked keyring, which removes nothing and does not say so, is no success either', async () => {
  let locked = false;
  const made = await signedIn({
    keychain: (keychain) => ({
      ...keychain,
      remove: async (what) => (locked ? { kind: 'done' } : keychain.remove(what)),
      probe: async () => (locked ? { kind: 'locked' } : keychain.probe()),
    }),
  });
  locked = true;
  expect(await made.services.session.signOut()).toEqual({
    ok: false,
    failure: { kind: 'keychain', problem: 'locked' },
  });
  expect(made.services.session.snapshot.value.leftBehind).toBe('locked');
  const after = practice({ after: made });
  await after.services.start();
  expect(stateOf(after).kind).toBe('signed-out');
  expect([...after.keyring.keys()]).toEqual([]);
});

const silently = { deployment: { session: { silentRenewal: true } } };
const tickets = () => gateway.journal.filter(({ call }) => call === 'login-ticket').length;

test('where the deployment allows it, an expired session is renewed and nobody is asked', async () => {
  const made = await signedIn(silently);
  const before = made.keyring.get('practice/session');
  gateway.endSession(teacher().personId);
  await vi.waitFor(() => expect(made.log).toContain('signed-in → active'), 10_000);
  await vi.waitFor(() => expect(made.keyring.get('practice/session')).not.toBe(before), 10_000);
  await vi.waitFor(() => expect(made.log.at(-1)).toBe('alive → active'), 10_000);
  expect(made.log).toContain('gone → renewing');
  expect(made.log).not.toContain('gone → expired');
});

test('where the platform’s own sign-on is over too, the session is expired', async () => {
  const made = await signedIn(silently);
  gateway.endSignOn(teacher().personId);
  gateway.endSession(teacher().personId);
  await vi.waitFor(() => expect(stateOf(made).kind).toBe('expired'), 10_000);
  expect(made.services.session.snapshot.value.signInFailure).toBeNull();
});

test('it is tried once an hour at most: the second time she is asked', async () => {
  const made = await signedIn(silently);
  gateway.endSession(teacher().personId);
  await vi.waitFor(() => expect(tickets()).toBe(2), 10_000);
  await vi.waitFor(() => expect(made.log.at(-1)).toBe('alive → active'), 10_000);
  gateway.endSession(teacher().personId);
  await vi.waitFor(() => expect(stateOf(made).kind).toBe('expired'), 10_000);
  expect(tickets()).toBe(2);
});

test('off, which is the default, and after 110000, no login page is loaded by itself', async () => {
  const off = await signedIn();
  gateway.endSession(teacher().personId);
  await vi.waitFor(() => expect(stateOf(off).kind).toBe('expired'), 10_000);
  expect(tickets()).toBe(1);
  off.services.stop();

  const on = await signedIn(silently);
  gateway.displace(teacher().personId);
  await vi.waitFor(() => expect(stateOf(on).kind).toBe('displaced'), 10_000);
  expect(tickets()).toBe(2);
});

test('a sign-in that ends within a day is renewed while she is away', async () => {
  const expiry = Date.now() + 3_600_000;
  gateway.fault('oauth-token', { kind: 'merged', patch: { data: { expiry } }, times: 1 });
  const made = await signedIn({ ...silently, isIdle: () => true });
  await vi.waitFor(() => expect(made.log).toContain('renewal-due → renewing'), 10_000);
  await vi.waitFor(
    () => expect(made.services.session.account.value?.oauthToken.expiresAt).toBeGreaterThan(expiry),
    10_000,
  );
  expect(made.services.session.snapshot.value).toMatchObject({
    state: { kind: 'active' },
    endsAt: null,
  });
});

test('while she is at work, or where it is not allowed, she is told of the end instead', async () => {
  const expiry = Date.now() + 3_600_000;
  gateway.fault('oauth-token', { kind: 'merged', patch: { data: { expiry } } });
  const made = await signedIn(silently);
  await gateway.until('heartbeat', 3);
  expect(made.services.session.snapshot.value).toMatchObject({
    state: { kind: 'active' },
    endsAt: expiry,
  });
  expect(tickets()).toBe(1);
  // She may sign in anew at once, though the session lives.
  gateway.clearFaults();
  given(await made.services.session.signIn());
  expect(made.services.session.snapshot.value.endsAt).toBeNull();
  expect(stateOf(made).kind).toBe('active');
});

test('past its end the session goes on as long as the platform keeps it', async () => {
  const expiry = Date.now() - 1_000;
  gateway.fault('oauth-token', { kind: 'merged', patch: { data: { expiry } } });
  const made = await signedIn();
  await gateway.until('heartbeat', 3);
  expect(made.services.session.snapshot.value).toMatchObject({
    state: { kind: 'active' },
    endsAt: expiry,
  });
});

test('that it was her who signed in elsewhere is remembered, and she can still sign in here', async () => {
  const made = await signedIn();
  gateway.displace(teacher().personId);
  await vi.waitFor(() => expect(stateOf(made).kind).toBe('displaced'), 10_000);
  made.services.session.acknowledgeDisplacement();
  expect(stateOf(made)).toMatchObject({ kind: 'displaced', answer: 'it-was-me' });
  given(await made.services.session.signIn());
  expect(stateOf(made).kind).toBe('active');
});

test('nothing that is logged holds a secret or anything of hers', async () => {
  const made = await signedIn();
  await made.services.session.signOut();
  const logged = made.log.join('\n');
  for (const { value } of gateway.secrets) expect(logged).not.toContain(value);
  expect(logged).not.toContain(teacher().personId);
});
