import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Result } from '../../preload/contract';
import { readDeployment } from './deployment';
import { largestFile, prepareImport, readDeploymentFile, readImport } from './import';

const content = {
  schema: 1,
  id: 'school',
  name: '学校',
  gateway: 'https://gateway.example.edu.cn',
  app: { appId: 'a', appKey: 'the-key' },
  login: { redirectUri: 'https://school.example/in' },
};

const failure = { kind: 'keychain', problem: 'locked' } as const;

let from: string;
let copy: string;
let keys: readonly (readonly [string, string])[];

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'staffroom-import-'));
  from = join(folder, 'brought.staffroom');
  copy = join(folder, 'deployment.json');
  keys = [];
});

const prepare = (text: unknown, refused: Result<never> | null = null) =>
  prepareImport(JSON.stringify(text), {
    copy,
    async keepAppKey(id, key) {
      const before = keys;
      if (refused !== null) return refused;
      keys = [[id, key]];
      const putBack = async () => {
        keys = before;
      };
      return { ok: true, value: { putBack } };
    },
  });

async function prepared(text: unknown) {
  const outcome = await prepare(text);
  if (!outcome.ok) throw new Error(outcome.failure.kind);
  return outcome.value;
}

test('the key goes to the keychain and is in no copy on disk', async () => {
  expect(await (await prepared(content)).take()).toEqual({ ok: true, value: 'imported' });
  expect(keys).toEqual([['school', 'the-key']]);
  const text = readFileSync(copy, 'utf8');
  expect(text).not.toContain('the-key');
  expect(readDeployment(text, 'keychain')).toMatchObject({
    kind: 'ready',
    deployment: { app: { appId: 'a', appKey: null } },
  });
});

test('until it is taken, the copy in use is as it was, and dropped it leaves nothing behind', async () => {
  writeFileSync(copy, 'in use');
  keys = [['school', 'a former key']];
  const next = await prepared(content);
  expect(readFileSync(copy, 'utf8')).toBe('in use');
  await next.drop();
  expect(readFileSync(copy, 'utf8')).toBe('in use');
  expect(keys).toEqual([['school', 'a former key']]);
  expect(readdirSync(dirname(copy))).toEqual(['deployment.json']);
});

test('without a keychain nothing is imported', async () => {
  expect(await prepare(content, { ok: false, failure })).toEqual({ ok: false, failure });
  expect(readdirSync(dirname(copy))).toEqual([]);
});

test('a wrong file changes nothing and is named field by field', async () => {
  expect(await prepare({ ...content, app: {} })).toMatchObject({
    ok: false,
    failure: { kind: 'wrong-file', problems: [{ field: 'app.appId', expected: 'text' }] },
  });
  expect(keys).toEqual([]);
  expect(existsSync(copy)).toBe(false);
});

test('a copy that cannot be written is told', async () => {
  copy = join(copy, 'under', 'no', 'folder.json');
  expect(await prepare(content)).toEqual({ ok: false, failure: { kind: 'storage' } });
  expect(keys).toEqual([]);
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
