import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { memoryKeyring } from '../practice';
import { createKeychain, type Keytar, secrets } from '../session/keychain';
import { finishForgetting, forgetFiles, forgetKeychain } from './forget';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staffroom-forget-'));
  mkdirSync(join(folder, 'messages'));
  for (const name of ['settings.json', 'profile.broken-17.json', 'messages/1.db', 'Cookies']) {
    writeFileSync(join(folder, name), 'x');
  }
});

const keychainsOn = (keytar: Keytar) =>
  ['school', 'other'].map((deploymentId) =>
    createKeychain({ load: async () => keytar, deploymentId, timeLimit: 1_000 }),
  );

test('every secret of every owner leaves the keychain', async () => {
  const { entries, keytar } = memoryKeyring();
  const keychains = keychainsOn(keytar);
  for (const keychain of keychains) {
    for (const what of secrets) await keychain.write(what, 'secret');
  }
  expect(entries.size).toBe(2 * secrets.length);
  expect(await forgetKeychain(keychains)).toEqual({ ok: true, value: 'forgotten' });
  expect([...entries]).toEqual([]);
});

test('a locked keychain is told, whose answer to a removal is that there is nothing', async () => {
  const { keytar } = memoryKeyring();
  const locked: Keytar = {
    ...keytar,
    setPassword: () => Promise.reject(new Error('Cannot create an item in a locked collection')),
    deletePassword: async () => false,
  };
  expect(await forgetKeychain(keychainsOn(locked))).toEqual({
    ok: false,
    failure: { kind: 'not-forgotten' },
  });
});

test('what is ours goes at once, the rest at the next start, and then no more', () => {
  const logs = mkdtempSync(join(tmpdir(), 'staffroom-logs-'));
  forgetFiles(folder, logs);
  expect(existsSync(logs)).toBe(false);
  expect(readdirSync(folder)).toEqual(['Cookies', 'forget-this-computer']);
  writeFileSync(join(folder, 'SingletonLock'), 'of the next start');
  finishForgetting(folder);
  expect(readdirSync(folder)).toEqual(['SingletonLock']);
  writeFileSync(join(folder, 'settings.json'), 'new');
  finishForgetting(folder);
  expect(readdirSync(folder)).toEqual(['SingletonLock', 'settings.json']);
});
