/** What of her messages is on disk, and what is not. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Gateway, startGateway } from '../../gateway';
import type { MessageId } from '../../preload/contract';
import { given, type Practice, type PracticeOptions, personCalled, practiceOn } from '../practice';

let gateway: Gateway;
let messagesFolder: string;
let running: Practice[] = [];

beforeEach(async () => {
  gateway = await startGateway();
  messagesFolder = await mkdtemp(join(tmpdir(), 'staffroom-messages-'));
});
afterEach(async () => {
  vi.doUnmock('@photostructure/sqlite');
  for (const { services } of running) services.stop();
  running = [];
  await gateway.close();
  await rm(messagesFolder, { recursive: true });
});

function start(options: PracticeOptions = {}) {
  const practice = practiceOn(gateway, { messagesFolder, ...options });
  running.push(practice);
  return practice;
}

async function signedIn(options: PracticeOptions = {}) {
  const practice = start(options);
  given(await practice.services.session.signIn());
  given(await practice.services.inbox.refresh());
  return practice;
}

/** The next run of the app, on what this one left. */
async function restarted(after: Practice, options: PracticeOptions = {}) {
  after.services.stop();
  const practice = start({ after, ...options });
  await practice.services.start();
  const { inbox } = practice.services;
  // What is kept is open before the feed is asked.
  await vi.waitFor(() => expect(inbox.snapshot.value.feed.kind).not.toBe('waiting'), 10_000);
  return practice;
}

const files = () => readdir(messagesFolder, { recursive: true, withFileTypes: true });
const paths = async () =>
  (await files())
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const feedCalls = () => gateway.journal.filter(({ call }) => call === 'feed');
const markCalls = () => gateway.journal.filter(({ call }) => call === 'mark-messages');
const unreadIds = (account: string) =>
  gateway
    .messages(personCalled(gateway, account).personId)
    .filter(({ isRead }) => isRead === 0)
    .map(({ msgId }) => msgId as MessageId);

test('the next run shows the messages without asking anybody, and asks for what is new alone', async () => {
  const first = await signedIn();
  const before = first.services.inbox.snapshot.value;
  await gateway.down();
  const { services } = await restarted(first);
  expect(services.inbox.snapshot.value).toMatchObject({ total: 342, unread: 17, storage: 'disk' });
  const [key] = await services.inbox.list({ filter: 'all', search: '' });
  expect(key).toBeDefined();
  expect(before.total).toBe(342);

  await gateway.up();
  gateway.clearJournal();
  gateway.addMessage(personCalled(gateway, 'xiabing').personId);
  await vi.waitFor(async () => given(await services.inbox.refresh()), 10_000);
  expect(services.inbox.snapshot.value.total).toBe(343);
  expect(feedCalls().every(({ query }) => 'since' in (query as object))).toBe(true);
});

test('a mark that could not be sent is sent in the next run', async () => {
  const first = await signedIn();
  first.services.pause();
  const ids = unreadIds('xiabing');
  given(await first.services.inbox.markById(ids, 'read'));
  expect(markCalls()).toEqual([]);
  const { services } = await restarted(first);
  expect(services.inbox.snapshot.value.unread).toBe(0);
  await vi.waitFor(() => expect(unreadIds('xiabing')).toEqual([]), 10_000);
  await vi.waitFor(() => expect(services.inbox.snapshot.value.outbox.waiting).toBe(0), 10_000);
});

test('a refused mark is still there in the next run, with the platform’s words', async () => {
  const first = await signedIn();
  given(await first.services.inbox.markById(['no-such-message' as MessageId], 'read'));
  await vi.waitFor(
    () => expect(first.services.inbox.snapshot.value.outbox.refused).toBe(1),
    10_000,
  );
  const told = first.services.inbox.refusedMarks();
  gateway.clearJournal();
  const { services } = await restarted(first);
  expect(services.inbox.refusedMarks()).toEqual(told);
  given(await services.inbox.refresh());
  expect(markCalls()).toEqual([]);
});

test('nothing of what the messages say, nor who wrote them, can be read in the files', async () => {
  const { services } = await signedIn();
  given(await services.inbox.markById(['planted-message-id-7d1f' as MessageId], 'read'));
  const { personId } = personCalled(gateway, 'xiabing');
  const [message] = gateway.messages(personId).slice(-1);
  services.stop();
  const needles = ['五年级', '校办', 'planted-message-id', personId, String(message?.msgId)];
  const found = await paths();
  expect(found.length).toBeGreaterThan(0);
  for (const path of found) {
    const bytes = await readFile(path);
    for (const needle of needles) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        expect(bytes.includes(Buffer.from(needle, encoding)), `${needle} in ${path}`).toBe(false);
      }
      expect(path.slice(messagesFolder.length)).not.toContain(needle);
    }
  }
});

test('a broken file is set aside and said, and the messages are read anew', async () => {
  const first = await signedIn();
  first.services.stop();
  const [path] = (await paths()).filter((name) => name.endsWith('.db'));
  await writeFile(path ?? '', 'no database'.repeat(1000));
  const { services, log } = await restarted(first);
  expect(services.inbox.snapshot.value.storage).toBe('renewed');
  expect(log).toContain('messages renewed');
  await vi.waitFor(() => expect(services.inbox.snapshot.value.total).toBe(342), 10_000);
  const aside = (await paths()).filter((name) => name.includes('.db.broken-'));
  expect(String(await readFile(aside[0] ?? ''))).toContain('no database');
});

test('what one person left is nothing to the next one, and hers again when she is back', async () => {
  const first = await signedIn();
  first.services.pause();
  given(await first.services.inbox.markById(unreadIds('xiabing').slice(0, 3), 'read'));
  first.services.stop();

  const other = await signedIn({ after: first, person: personCalled(gateway, 'chenzhiyuan') });
  expect(other.services.inbox.snapshot.value).toMatchObject({
    total: 268,
    outbox: { waiting: 0 },
  });
  other.services.stop();

  const again = await signedIn({ after: other });
  await vi.waitFor(() => expect(unreadIds('xiabing')).toHaveLength(14), 10_000);
  expect(again.services.inbox.snapshot.value.total).toBe(342);
});

test('signing out removes every file', async () => {
  const { services } = await signedIn();
  expect(await paths()).not.toEqual([]);
  given(await services.session.signOut());
  expect(await paths()).toEqual([]);
});

test('without a keychain nothing goes to disk, and marking works for this run', async () => {
  const { services } = await signedIn({
    keychain: (keychain) => ({
      ...keychain,
      read: async () => ({ kind: 'unavailable' }),
      write: async () => ({ kind: 'unavailable' }),
    }),
    deployment: { app: { accessTokenUrl: gateway.brokerUrl } },
  });
  expect(services.inbox.snapshot.value).toMatchObject({ total: 342, storage: 'memory' });
  given(await services.inbox.markById(unreadIds('xiabing'), 'read'));
  await vi.waitFor(() => expect(unreadIds('xiabing')).toEqual([]), 10_000);
  expect(await paths()).toEqual([]);
});

test.each(['locked', 'unavailable', 'absent'] as const)(
  'a key that the keychain once does not give (%s) is not replaced, and opens what is kept later',
  async (kind) => {
    const first = await signedIn();
    const key = first.keyring.get('practice/cacheKey');
    let isGiven = false;
    const second = await restarted(first, {
      keychain: (keychain) => ({
        ...keychain,
        read: async (what) => (what === 'cacheKey' && !isGiven ? { kind } : keychain.read(what)),
        // A locked keyring reads as an empty one, until something is to be written.
        async probe() {
          isGiven = true;
          return keychain.probe();
        },
      }),
    });
    expect(second.keyring.get('practice/cacheKey')).toBe(key);
    gateway.fault('feed', { kind: 'bad-gateway' });
    const third = await restarted(second);
    expect(third.services.inbox.snapshot.value).toMatchObject({ total: 342, storage: 'disk' });
  },
);

test('where the folder cannot be written, messages are kept in memory and it is said', async () => {
  const inTheWay = join(messagesFolder, 'a-file');
  await writeFile(inTheWay, '');
  const { services, log } = await signedIn({ messagesFolder: inTheWay });
  expect(services.inbox.snapshot.value).toMatchObject({ total: 342, storage: 'refused' });
  expect(log).toContain('messages refused');
});

test('where SQLite’s library does not load it is said, marking too, and tried anew with the next reading', async () => {
  vi.doMock('@photostructure/sqlite', () => {
    throw new Error("version `GLIBC_2.29' not found");
  });
  const { services, log } = start();
  given(await services.session.signIn());
  const { inbox } = services;
  const fault = { kind: 'internal' };
  await vi.waitFor(
    () => expect(inbox.snapshot.value.feed).toMatchObject({ kind: 'failed', failure: fault }),
    10_000,
  );
  expect(await inbox.markById(unreadIds('xiabing'), 'read')).toEqual({ ok: false, failure: fault });
  expect(log).toContain('messages not-opened');
  expect(await inbox.refresh()).toEqual({ ok: false, failure: fault });

  vi.doUnmock('@photostructure/sqlite');
  given(await inbox.refresh());
  expect(inbox.snapshot.value).toMatchObject({ total: 342, storage: 'disk' });
});
