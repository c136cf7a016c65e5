import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from '../../gateway';
import type { MessageId, PersonId, SettingsSnapshot } from '../../preload/contract';
import type { Kept } from '../inbox/inbox';
import { createMessageStore } from '../inbox/messageStore';
import { openTables } from '../inbox/tables';
import { createWishes } from '../inbox/wishes';
import { given, type Practice, personCalled, practiceOn } from '../practice';
import { checkedSettings } from '../shell/checkedSettings';
import { createSealer, newCacheKey, type Sealer } from '../storage/seal';
import { exportData } from './export';
import { ownDataPieces } from './ownData';

let gateway: Gateway;
let practice: Practice;
let folder: string;
let path: string;
beforeEach(async () => {
  gateway = await startGateway();
  folder = await mkdtemp(join(tmpdir(), 'staffroom-export-'));
  path = join(folder, 'data.json');
  practice = practiceOn(gateway);
});
afterEach(async () => {
  practice.services.stop();
  await gateway.close();
  await rm(folder, { recursive: true });
});

const settings: SettingsSnapshot = {
  ...checkedSettings({ theme: 'dark' }),
  storing: 'agreed',
  languageInUse: 'zh-CN',
  version: '1.2.3',
  locked: [],
  setAside: [],
};

async function signedIn(): Promise<void> {
  given(await practice.services.session.signIn());
  given(await practice.services.profile.refresh());
  given(await practice.services.inbox.refresh());
}

const save = (chooseFile: () => Promise<string | null> = async () => path) =>
  exportData({
    inbox: practice.services.inbox,
    profile: practice.services.profile,
    deployment: {
      kind: 'ready',
      id: 'practice',
      name: '练习学校',
      source: 'environment',
      loginHost: 'a',
      gatewayHost: 'b',
    },
    settings,
    chooseFile,
  });

const written = async () => JSON.parse(await readFile(path, 'utf8'));

test('the file holds all that is kept of her, with a version of its form', async () => {
  await signedIn();
  expect(await save()).toEqual({ ok: true, value: 'saved' });
  const data = await written();
  expect(data).toMatchObject({
    format: 'staffroom-own-data',
    schema: 1,
    version: '1.2.3',
    exportedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    deployment: { id: 'practice', name: '练习学校' },
    settings: { theme: 'dark', language: 'system', quietHours: null },
    profile: {
      asOf: expect.stringMatching(/Z$/),
      person: { name: '夏冰', birthdate: '1986-03-14T00:00:00.000Z' },
      organisations: [{ name: '武汉小学' }],
    },
    unsentMarks: [],
  });
  const sent = gateway.messages(personCalled(gateway, 'xiabing').personId);
  expect(data.messages).toHaveLength(sent.length);
  const ids = new Set(data.messages.map(({ id }: { id: string }) => id));
  expect(sent.every(({ msgId }) => ids.has(msgId))).toBe(true);
  expect(data.messages[0]).toEqual({
    id: expect.any(String),
    sentAt: expect.stringMatching(/Z$/),
    isRead: expect.any(Boolean),
    kind: expect.any(String),
    sender: expect.any(String),
    title: expect.any(String),
    body: expect.objectContaining({ kind: expect.any(String) }),
  });
});

test('marks that have not reached the platform are in it', async () => {
  await signedIn();
  await gateway.down();
  const [message] = gateway
    .messages(personCalled(gateway, 'xiabing').personId)
    .filter(({ isRead }) => isRead === 0);
  const ids = [String(message?.msgId), 'in-no-list'] as MessageId[];
  given(await practice.services.inbox.markById(ids, 'read'));
  given(await save());
  const { unsentMarks } = await written();
  expect(unsentMarks).toHaveLength(2);
  for (const id of ids) expect(unsentMarks).toContainEqual({ id, as: 'read', refused: false });
});

test('no token, key, session id or password is in it', async () => {
  await signedIn();
  given(await save());
  const text = await readFile(path, 'utf8');
  const { appKey } = gateway.deployment().app as { appKey: string };
  const secrets = [...gateway.secrets.map(({ value }) => value), appKey, 'Xiabing-2025'];
  expect(secrets.length).toBeGreaterThan(4);
  for (const secret of [...secrets, ...practice.keyring.values()]) {
    expect(text).not.toContain(secret);
  }
});

test('who cancels gets no file, and who is not signed in is not asked where to', async () => {
  const choose = async (): Promise<string> => {
    throw new Error('asked');
  };
  expect(await save(choose)).toEqual({
    ok: false,
    failure: { kind: 'not-ready', needs: 'sign-in' },
  });
  await signedIn();
  expect(await save(async () => null)).toEqual({ ok: true, value: 'cancelled' });
  expect(await readdir(folder)).toEqual([]);
});

test('who signs out while she is asked leaves no file', async () => {
  await signedIn();
  const outcome = await save(async () => {
    given(await practice.services.session.signOut());
    return path;
  });
  expect(outcome).toEqual({ ok: false, failure: { kind: 'cancelled' } });
  expect(await readdir(folder)).toEqual([]);
});

test('a folder that is gone is told in words of its own', async () => {
  await signedIn();
  expect(await save(async () => join(folder, 'gone', 'data.json'))).toEqual({
    ok: false,
    failure: { kind: 'file', why: 'gone' },
  });
});

describe('of 50 000 messages', () => {
  const count = 50_000;

  async function manyMessages(): Promise<Kept> {
    const sealer = createSealer(newCacheKey()) as Sealer;
    const owner = { deploymentId: 'practice', personId: 'p' as PersonId };
    const tables = await openTables(null, sealer, owner);
    const store = createMessageStore(tables);
    const messages = Array.from({ length: count }, (_, n) => ({
      id: `m${n}` as MessageId,
      sentAt: 1_700_000_000_000 + n,
      sender: { id: 'D', name: '教务处' },
      isRead: n % 2 === 0,
      body: { kind: 'text', content: `第 ${n} 条：${'请各位老师注意。'.repeat(12)}` } as const,
    }));
    store.take({ messages, cursor: 'c', unusable: [] }, new Set());
    return {
      isThere: () => true,
      messages: store.after,
      unsentMarks: createWishes(tables).after,
    };
  }

  test('each piece is small, and others have their turn between two', async () => {
    const kept = await manyMessages();
    const { snapshot } = practice.services.profile;
    const data = {
      deployment: { kind: 'none', lookedAt: [] },
      settings,
      kept,
      at: 0,
      profile: snapshot.value,
    } as const;
    let turns = 0;
    let isWriting = true;
    const turn = () => {
      turns += 1;
      if (isWriting) setImmediate(turn);
    };
    let longest = 0;
    async function* watched() {
      for await (const piece of ownDataPieces(data)) {
        longest = Math.max(longest, piece.length);
        yield piece;
      }
    }
    const { writeWhole } = await import('../storage/wholeFile');
    turn();
    await writeWhole(path, watched());
    isWriting = false;
    const { messages } = await written();
    expect(messages).toHaveLength(count);
    expect(messages.at(-1).id).toBe(`m${count - 1}`);
    expect(longest).toBeLessThan(512 * 1024);
    // Of the event loop: one for each of the 250 pages, at least.
    expect(turns).toBeGreaterThanOrEqual(count / 200);
  }, 120_000);
});
