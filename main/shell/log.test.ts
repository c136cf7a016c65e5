import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from './log';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('lines go to the file, and the last of them come back', async () => {
  const log = openLog(folder);
  log.info('session', 'alive, now active');
  log.warn('feed', 'unusable: result.messages[0].body');
  log.info('session', 'gone, now active');
  expect(await log.tail(2)).toEqual([
    expect.stringMatching(/^\S+Z warn feed: unusable: result\.messages\[0\]\.body$/),
    expect.stringMatching(/^\S+Z info session: gone, now active$/),
  ]);
});

test('what looks like a secret does not reach the file, whoever logs it', async () => {
  const log = openLog(folder);
  log.warn('bridge', 'failed at https://a.example/?accessToken=5e17c0de5e17c0de');
  const written = await readFile(join(folder, 'main.log'), 'utf8');
  expect(written).toContain('bridge: failed at https://a.example/…');
  expect(written).not.toContain('5e17c0de');
});

test('before anything is written there is nothing to come back', async () => {
  expect(await openLog(folder).tail(10)).toEqual([]);
});
