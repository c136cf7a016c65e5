import { createPublicKey, verify } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { root } from './project.mjs';
import { makeUpdateKey, signUpdates, updateKeyAt } from './updateKey.mjs';

/** @type {string} */
let folder;
/** @type {string} */
let privateFile;
/** @type {string} */
let publicFile;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staffroom-update-key-'));
  privateFile = join(folder, 'private.pem');
  publicFile = join(folder, 'release', 'update-key.pem');
});

test('a signature of the pair that was made is good for the bytes of each description', () => {
  makeUpdateKey(privateFile, publicFile);
  writeFileSync(join(folder, 'latest.yml'), 'version: 1.0.0\n');
  writeFileSync(join(folder, 'latest-linux-arm64.yml'), 'version: 1.0.1\n');
  writeFileSync(join(folder, 'builder-debug.yml'), 'x: y\n');
  const signed = signUpdates({ folder, privateFile, publicFile });
  expect(signed.toSorted()).toEqual(['latest-linux-arm64.yml', 'latest.yml']);
  const key = createPublicKey(readFileSync(publicFile));
  for (const name of signed) {
    const signature = Buffer.from(readFileSync(join(folder, `${name}.sig`), 'utf8'), 'base64');
    expect(verify(null, readFileSync(join(folder, name)), key, signature)).toBe(true);
  }
  expect(existsSync(join(folder, 'builder-debug.yml.sig'))).toBe(false);
});

test('the private key is for its owner alone, and no key is written over', () => {
  makeUpdateKey(privateFile, publicFile);
  if (process.platform !== 'win32') expect(statSync(privateFile).mode & 0o777).toBe(0o600);
  expect(() => makeUpdateKey(join(folder, 'other.pem'), publicFile)).toThrow('already');
  expect(existsSync(join(folder, 'other.pem'))).toBe(false);
});

test('a private key is not made within the project', () => {
  expect(() => makeUpdateKey(join(root, 'release', 'private.pem'), publicFile)).toThrow('outside');
  expect(existsSync(publicFile)).toBe(false);
});

test('nothing is signed by a key that the app does not know', () => {
  makeUpdateKey(privateFile, publicFile);
  makeUpdateKey(join(folder, 'other.pem'), join(folder, 'other-public.pem'));
  writeFileSync(join(folder, 'latest.yml'), 'version: 1.0.0\n');
  expect(() => signUpdates({ folder, privateFile: join(folder, 'other.pem'), publicFile })).toThrow(
    'does not belong',
  );
  expect(existsSync(join(folder, 'latest.yml.sig'))).toBe(false);
});

test('a build takes no key where there is none, and never a private one', () => {
  expect(updateKeyAt(publicFile)).toBeNull();
  makeUpdateKey(privateFile, publicFile);
  expect(updateKeyAt(publicFile)).toContain('BEGIN PUBLIC KEY');
  expect(() => updateKeyAt(privateFile)).toThrow('must not ship');
});
