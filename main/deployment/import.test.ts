import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Result } from '../../preload/contract';
import { readDeployment } from './deployment';
import { importDeployment, largestFile, readDeploymentFile, readImport } from './import';

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
  from = join(folder, 'brought.staffroom');
  copy = join(folder, 'deployment.json');
  keys = [];
});

const importWith = (text: unknown, answer: Result<'kept'> = kept) =>
  importDeployment(JSON.stringify(text), copy, async (id, key) => {
    keys.push([id, key]);
    return answer;
  });

test('the key goes to the keychain and is in no copy on disk', async () => {
  expect(await importWith(content)).toEqual({ ok: true, value: 'imported' });
  expect(keys).toEqual([['school', 'the-key']]);
  const text = readFileSync(copy, 'utf8');
  expect(text).not.toContain('the-key');
  expect(readDeployment(text, 'keychain')).toMatchObject({
    kind: 'ready',
    deployment: { app: { appId: 'a', appKey: null } },
  });
});

test('without a keychain nothing is imported', async () => {
  expect(await importWith(content, { ok: false, failure })).toEqual({ ok: false, failure });
  expect(existsSync(copy)).toBe(false);
});

test('a wrong file changes nothing and is named field by field', async () => {
  expect(await importWith({ ...content, app: {} })).toMatchObject({
    ok: false,
    failure: { kind: 'wrong-file', problems: [{ field: 'app.appId', expected: 'text' }] },
  });
  expect(keys).toEqual([]);
  expect(existsSync(copy)).toBe(false);
});

test('a copy that cannot be written is told', async () => {
  copy = join(copy, 'under', 'no', 'folder.json');
  expect(await importWith(content)).toEqual({ ok: false, failure: { kind: 'storage' } });
});

test('what counts in the machine’s file alone is named', () => {
  const policy = { notifications: false };
  expect(readImport(JSON.stringify({ ...content, policy }))).toMatchObject({
    kind: 'ready',
    withoutEffect: ['policy'],
  });
  expect(readImport(JSON.stringify(content))).toMatchObject({ withoutEffect: [] });
});

test('a file is read whatever its name, and one that is none is told', async () => {
  writeFileSync(from, 'text');
  expect(await readDeploymentFile(from)).toEqual({ ok: true, value: 'text' });
  const wrong = (expected: string) => ({
    ok: false,
    failure: { kind: 'wrong-file', problems: [{ field: '', expected }] },
  });
  expect(await readDeploymentFile(join(from, 'x'))).toEqual(wrong('readable-file'));
  expect(await readDeploymentFile(tmpdir())).toEqual(wrong('readable-file'));
  writeFileSync(from, 'x'.repeat(largestFile + 1));
  expect(await readDeploymentFile(from)).toEqual(wrong('small-file'));
});
