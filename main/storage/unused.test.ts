import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { unsentMarksIn } from '../inbox/unsent';
import { openDatabase } from './database';
import { openJsonFile } from './jsonFile';
import { removeUnused, type UnusedOptions } from './unused';

const day = 24 * 60 * 60 * 1000;
const now = Date.parse('2026-09-01T08:00:00+08:00');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-unused-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, daysAgo: number): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), '{"sealed":""}');
  await used(path, daysAgo);
}

const used = (path: string, daysAgo: number) => {
  const at = new Date(now - daysAgo * day);
  return utimes(join(folder, path), at, at);
};

const remove = (unsentIn: UnusedOptions['unsentIn'] = async () => null) =>
  removeUnused({ folder, now, unsentIn });

const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted();

const none = { profiles: 0, mailboxes: 0, unsent: 0, pictures: 0, setAside: 0, refused: 0 };

test('what was used within 30 days stays', async () => {
  for (const path of ['profile.json', 'messages/school/a.db', 'pictures/1']) await put(path, 29.9);
  expect(await remove()).toEqual(none);
  expect(await files()).toEqual(['1', 'a.db', 'profile.json']);
});

test('what was not goes, of whichever person and deployment; settings and the log stay', async () => {
  await put('profile.json', 31);
  await put('profile.broken-1.json', 31);
  await put('messages/school/a.db', 31);
  await put('messages/school/a.db-wal', 40);
  await put('messages/other/b.db', 300);
  await put('messages/other/b.db.broken-5', 300);
  await put('pictures/1', 31);
  await put('settings.json', 400);
  await put('settings.broken-1.json', 400);
  await put('deployment.json', 400);
  await put('logs/main.log', 400);
  expect(await remove(async () => 2)).toEqual({
    profiles: 1,
    mailboxes: 2,
    unsent: 4,
    pictures: 1,
    setAside: 2,
    refused: 0,
  });
  expect(await files()).toEqual([
    'deployment.json',
    'main.log',
    'settings.broken-1.json',
    'settings.json',
  ]);
  expect(await readdir(join(folder, 'messages'))).toEqual([]);
});

test('of one person the old go, and what another still uses stays', async () => {
  await put('messages/school/hers.db', 31);
  await put('messages/school/his.db', 1);
  await put('pictures/old', 31);
  await put('pictures/new', 1);
  expect(await remove()).toEqual({ ...none, mailboxes: 1, pictures: 1 });
  expect(await files()).toEqual(['his.db', 'new']);
});

test('messages whose log was written to last week were used last week', async () => {
  await put('messages/school/a.db', 60);
  await put('messages/school/a.db-wal', 7);
  expect(await remove()).toEqual(none);
});

test('nothing kept yet is nothing to remove', async () => {
  expect(
    await removeUnused({ folder: join(folder, 'nowhere'), now, unsentIn: async () => 0 }),
  ).toEqual(none);
});

test('whoever opens her messages or profile uses them, though nothing is written', async () => {
  const path = join(folder, 'messages', 'school', 'a.db');
  const open = () =>
    openDatabase({ path, schema: 'CREATE TABLE wish (place INTEGER)', version: 1 });
  (await open()).close();
  await put('profile.json', 31);
  await used('messages/school/a.db', 31);
  (await open()).close();
  await openJsonFile(folder, 'profile').touch();
  expect(await removeUnused({ folder, now: Date.now(), unsentIn: unsentMarksIn })).toEqual(none);
});

test('the marks that had not been sent are counted, and their messages not opened', async () => {
  await mkdir(join(folder, 'messages', 'school'), { recursive: true });
  const connection = new DatabaseSync(join(folder, 'messages', 'school', 'a.db'));
  connection.exec('CREATE TABLE wish (place INTEGER); INSERT INTO wish VALUES (1), (2), (3)');
  connection.close();
  await used('messages/school/a.db', 31);
  await put('messages/school/b.db', 31);
  expect(await remove(unsentMarksIn)).toEqual({ ...none, mailboxes: 2, unsent: 3 });
});

test('without SQLite’s library it goes all the same, uncounted', async () => {
  vi.doMock('@photostructure/sqlite', () => {
    throw new Error("version `GLIBC_2.29' not found");
  });
  try {
    await put('messages/school/a.db', 31);
    expect(await remove(unsentMarksIn)).toEqual({ ...none, mailboxes: 1 });
  } finally {
    vi.doUnmock('@photostructure/sqlite');
  }
});
