import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Result } from '../../preload/contract';
import { readDeployment } from './deployment';
import { importDeployment } from './import';

const content = {
  schema: 1,
  id: 'school',
  name: '学校',
  gateway: 'https://gateway.example.edu.cn',
  app: { appId: 'a', appKey: 'the-key' },
  login: { redirectUri: 'https://school.example/in' },
};

const kept = { ok: true, value: 'kept' } as const;
const failure = { kind: 'keychain', problem: 'locked' } as const;

let from: string;
let copy: string;
let keys: [string, string][];

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'staffroom-import-'));
  from = join(folder, 'brought.json');
  copy = join(folder, 'deployment.json');
  keys = [];
});

const importWith = (answer: Result<'kept'>) =>
  importDeployment(from, copy, async (id, key) => {
    keys.push([id, key]);
    return answer;
  });

test('the key goes to the keychain and is in no copy on disk', async () => {
  writeFileSync(from, JSON.stringify(content));
  expect(await importWith(kept)).toEqual({ kind: 'imported' });
  expect(keys).toEqual([['school', 'the-key']]);
  const copied = readFileSync(copy, 'utf8');
  expect(copied).not.toContain('the-key');
  expect(readDeployment(copied, 'keychain').kind).toBe('ready');
});

test('without a keychain nothing is written, and the reason is given', async () => {
  writeFileSync(from, JSON.stringify(content));
  expect(await importWith({ ok: false, failure })).toEqual({ kind: 'failed', failure });
  expect(existsSync(copy)).toBe(false);
});

test('a wrong file changes nothing and is named field by field', async () => {
  writeFileSync(from, JSON.stringify({ ...content, app: {} }));
  expect(await importWith(kept)).toMatchObject({
    kind: 'wrong',
    problems: [{ field: 'app.appId', expected: 'text' }],
  });
  expect(keys).toEqual([]);
  expect(existsSync(copy)).toBe(false);
});
