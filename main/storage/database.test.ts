import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './database';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-database-'));
});
afterEach(() => rm(folder, { recursive: true }));

const schema = 'CREATE TABLE word (text TEXT NOT NULL)';
const open = (version = 1, path: string | null = join(folder, 'within', 'words.db')) =>
  openDatabase({ path, schema, version });
const wordsIn = ({ connection }: Awaited<ReturnType<typeof open>>) =>
  connection.prepare('SELECT text FROM word').all();

test('what was written is there the next time', async () => {
  const first = await open();
  first.connection.exec("INSERT INTO word VALUES ('会议')");
  first.close();
  const next = await open();
  expect(next.state).toBe('kept');
  expect(wordsIn(next)).toEqual([{ text: '会议' }]);
  next.close();
});

test('closed, it is one file, and none is held open: Windows renames and removes no other', async () => {
  const database = await open();
  database.connection.exec("INSERT INTO word VALUES ('会议')");
  // Statements that live on, as those of a store do.
  const statement = database.connection.prepare('SELECT text FROM word');
  expect(statement.all()).toHaveLength(1);
  database.close();
  expect(await readdir(join(folder, 'within'))).toEqual(['words.db']);
  expect(() => statement.all()).toThrow('finalized');
});

test('each commit is on disk when it returns: a log that is synchronised in full', async () => {
  const { connection, close } = await open();
  expect(connection.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  expect(connection.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  close();
});

test('a change that fails in the middle changes nothing', async () => {
  const database = await open();
  const change = () =>
    database.transaction(() => {
      database.connection.exec("INSERT INTO word VALUES ('会议')");
      throw new Error('in the middle');
    });
  expect(change).toThrow('in the middle');
  expect(wordsIn(database)).toEqual([]);
  database.transaction(() => database.connection.exec("INSERT INTO word VALUES ('通知')"));
  expect(wordsIn(database)).toEqual([{ text: '通知' }]);
  database.close();
});

test.each<[string, (path: string) => Promise<void>]>([
  ['that is no database', (path) => writeFile(path, 'no database'.repeat(1_000))],
  [
    'with a page that is torn',
    async (path) => {
      const database = new DatabaseSync(path);
      database.exec(`PRAGMA user_version = 1; ${schema}`);
      for (let n = 0; n < 500; n += 1) {
        database.exec(`INSERT INTO word VALUES ('${'x'.repeat(100)}')`);
      }
      const { page_size } = database.prepare('PRAGMA page_size').get();
      database.close();
      const bytes = await readFile(path);
      bytes.fill(0xff, 3 * page_size, 4 * page_size);
      await writeFile(path, bytes);
    },
  ],
])('a file %s is set aside, and a new one begun', async (_what, breakIt) => {
  const path = join(folder, 'words.db');
  await breakIt(path);
  const database = await open(1, path);
  expect(database.state).toBe('renewed');
  expect(wordsIn(database)).toEqual([]);
  database.close();
  expect(await readdir(folder)).toContainEqual(expect.stringMatching(/^words\.db\.broken-\d+$/));
});

test('a file of a later version is set aside, not read as if it were of this one', async () => {
  const later = await open(2);
  later.connection.exec("INSERT INTO word VALUES ('会议')");
  later.close();
  const database = await open(1);
  expect(database.state).toBe('renewed');
  expect(wordsIn(database)).toEqual([]);
  database.close();
});

test('removed, there is no file left of it', async () => {
  const database = await open();
  database.connection.exec("INSERT INTO word VALUES ('会议')");
  database.remove();
  expect(await readdir(join(folder, 'within'))).toEqual([]);
});

test('in memory there is no file at all', async () => {
  const database = await open(1, null);
  database.connection.exec("INSERT INTO word VALUES ('会议')");
  expect(database.state).toBe('memory');
  expect(wordsIn(database)).toEqual([{ text: '会议' }]);
  database.close();
  expect(await readdir(folder)).toEqual([]);
});
