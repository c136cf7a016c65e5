import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from './wholeFile';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-whole-'));
  path = join(folder, 'data.json');
});
afterEach(() => rm(folder, { recursive: true }));

async function* pieces(...texts: readonly string[]) {
  yield* texts;
}

async function* broken() {
  yield 'half of ';
  expect((await readdir(folder)).some((name) => name.endsWith('.part'))).toBe(true);
  throw new Error('no more');
}

test('the pieces are the file, which its owner alone can read', async () => {
  await writeWhole(path, pieces('一', '二', '三'));
  expect(await readFile(path, 'utf8')).toBe('一二三');
  expect(await readdir(folder)).toEqual(['data.json']);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('it takes the place of what was there, with rights of its own', async () => {
  await writeFile(path, 'before', { mode: 0o644 });
  await writeWhole(path, pieces('after'));
  expect(await readFile(path, 'utf8')).toBe('after');
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('what fails in the middle leaves what was there, and nothing else', async () => {
  await writeFile(path, 'before');
  await expect(writeWhole(path, broken())).rejects.toThrow('no more');
  expect(await readFile(path, 'utf8')).toBe('before');
  expect(await readdir(folder)).toEqual(['data.json']);
});

test('a folder that is not there is told as the system tells it', async () => {
  await expect(writeWhole(join(folder, 'gone', 'data.json'), pieces('x'))).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
