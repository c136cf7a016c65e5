import { mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { PersonId } from '../../preload/contract';
import { createCacheKey } from '../storage/cacheKey';
import { createPictureCache } from './pictureCache';

const xia = 'xia' as PersonId;
const chen = 'chen' as PersonId;
const address = 'https://pic.school.example/five/2/trip.png';
const picture = Buffer.from('\x89PNG\r\n\x1a\n, and the fifth class on the great wall', 'latin1');

let folder: string;
let kept: string | null;
let keychain: 'reachable' | 'absent';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'staffroom-pictures-')), 'pictures');
  kept = null;
  keychain = 'reachable';
});

function opened({ deploymentId = 'practice', limitBytes = 1024 * 1024 } = {}) {
  const cacheKey = createCacheKey({
    read: async () => (kept === null ? { kind: 'absent' } : { kind: 'found', key: kept }),
    async write(key) {
      if (keychain === 'absent') return false;
      kept = key;
      return true;
    },
  });
  return createPictureCache({ folder, cacheKey, deploymentId, limitBytes });
}

const files = () => readdirSync(folder).map((name) => join(folder, name));
const onlyFile = () => {
  const [file, ...more] = files();
  if (file === undefined || more.length > 0) throw new Error(`expected one file: ${files()}`);
  return file;
};

test('a picture is there in the next run, and nothing of it or its address can be read on disk', async () => {
  expect(await opened().write(xia, address, picture)).toBe(true);
  expect(await opened().read(xia, address)).toEqual(picture);
  const onDisk = readFileSync(onlyFile()).toString('latin1') + onlyFile();
  for (const part of ['PNG', 'fifth class', 'school.example', 'trip']) {
    expect(onDisk).not.toContain(part);
  }
});

test('it opens for nobody else, at no other deployment, and under no other address', async () => {
  const cache = opened();
  await cache.write(xia, address, picture);
  expect(await cache.read(chen, address)).toBeNull();
  expect(await cache.read(xia, `${address}?`)).toBeNull();
  expect(await opened({ deploymentId: 'other' }).read(xia, address)).toBeNull();
  expect(await cache.read(xia, address)).toEqual(picture);
});

test('a picture put into the place of another is not shown as that, and is removed', async () => {
  const cache = opened();
  await cache.write(xia, address, picture);
  const first = onlyFile();
  const foreign = readFileSync(first);
  await cache.write(xia, 'https://pic.school.example/b', Buffer.from('another'));
  writeFileSync(files().find((file) => file !== first) ?? '', foreign);
  expect(await cache.read(xia, 'https://pic.school.example/b')).toBeNull();
  expect(onlyFile()).toBe(first);
});

test('a broken file counts as none and is removed', async () => {
  const cache = opened();
  await cache.write(xia, address, picture);
  writeFileSync(onlyFile(), readFileSync(onlyFile()).subarray(0, 20));
  expect(await cache.read(xia, address)).toBeNull();
  expect(files()).toEqual([]);
});

test('over its limit the least recently used go first, and what is half written before all', async () => {
  const cache = opened({ limitBytes: 3500 });
  const name = (n: number) => `https://pic.school.example/${n}`;
  const minutesAgo = (file: string, minutes: number) => {
    const then = new Date(Date.now() - minutes * 60_000);
    utimesSync(file, then, then);
  };
  await cache.write(xia, name(1), Buffer.alloc(1000, 1));
  const first = onlyFile();
  await cache.write(xia, name(2), Buffer.alloc(1000, 2));
  const second = files().find((file) => file !== first) ?? '';
  await cache.write(xia, name(3), Buffer.alloc(1000, 3));
  writeFileSync(join(folder, 'half.part'), Buffer.alloc(1000));
  minutesAgo(first, 60);
  minutesAgo(second, 50);
  // Looked at, the first is younger than the second again.
  expect(await cache.read(xia, name(1))).not.toBeNull();

  await cache.write(xia, name(4), Buffer.alloc(1000, 4));
  expect(await cache.read(xia, name(2))).toBeNull();
  for (const n of [1, 3, 4]) expect(await cache.read(xia, name(n)), name(n)).not.toBeNull();
  expect(files().some((file) => file.endsWith('.part'))).toBe(false);
});

test('without a keychain nothing goes to disk', async () => {
  keychain = 'absent';
  const cache = opened();
  expect(await cache.write(xia, address, picture)).toBe(false);
  expect(await cache.read(xia, address)).toBeNull();
  expect(() => files()).toThrow('ENOENT');
});

test('a disk that refuses is no failure', async () => {
  writeFileSync(folder, 'a file where the folder should be');
  const cache = opened();
  expect(await cache.write(xia, address, picture)).toBe(false);
});

test('forgotten pictures are gone, and one that was on its way is not written after', async () => {
  const cache = opened();
  await cache.write(xia, address, picture);
  const onItsWay = cache.write(xia, 'https://pic.school.example/late', picture);
  await cache.forget();
  expect(await onItsWay).toBe(false);
  expect(() => files()).toThrow('ENOENT');
  // She signs in again, and it works as before.
  expect(await cache.write(xia, address, picture)).toBe(true);
  expect(await cache.read(xia, address)).toEqual(picture);
});
