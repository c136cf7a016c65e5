import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Gateway, startGateway } from '../../gateway';
import type { MessageKey, PersonId } from '../../preload/contract';
import { createCacheKey } from '../storage/cacheKey';
import { createPictureCache } from './pictureCache';
import { createPictureFetch } from './pictureFetch';
import { createPictureMemory } from './pictureMemory';
import { createPictures, type Pictured } from './pictures';
import { practiceNetwork } from './practiceNetwork';

const xia = 'xia' as PersonId;
const chen = 'chen' as PersonId;
const message = (n: number): Pictured => ({ kind: 'message', key: n as MessageKey });
const herself: Pictured = { kind: 'person' };

let gateway: Gateway;
let folder: string;
let kept: string | null;
let herPicture: string | null;
beforeEach(async () => {
  gateway = await startGateway();
  folder = join(mkdtempSync(join(tmpdir(), 'staffroom-pictures-')), 'pictures');
  kept = null;
  herPicture = `${gateway.url}/avatars/xiabing.png`;
});
afterEach(() => gateway.close());

function started({ keychain = 'present' }: { keychain?: 'present' | 'absent' } = {}) {
  const cacheKey = createCacheKey({
    read: async () => (kept === null ? { kind: 'absent' } : { kind: 'found', key: kept }),
    async write(made) {
      if (keychain === 'absent') return false;
      kept = made;
      return true;
    },
  });
  const fetchPicture = createPictureFetch({
    network: practiceNetwork(),
    deployment: 'loopback',
    limits: { timeoutMs: 10_000, bytes: 5 * 1024 * 1024 },
    issuerOf: () => null,
  });
  return createPictures({
    // Message 100 has none, 200 one from elsewhere by http; two share each of the others.
    addressOf(of) {
      if (of.kind === 'person') return herPicture;
      const n = of.key;
      if (n === 100) return null;
      if (n === 200) return 'http://pic.school.example/menu.jpg';
      return `${gateway.url}/pictures/${Math.ceil(n / 2)}.png`;
    },
    fetchPicture,
    cache: createPictureCache({ folder, cacheKey, deploymentId: 'practice', limitBytes: 2 ** 26 }),
    memory: createPictureMemory(2 ** 24),
    deployment: 'loopback',
  });
}

const pictureCalls = () => gateway.journal.filter(({ call }) => call === 'picture').length;
const cancelled = { ok: false, failure: { kind: 'cancelled' } };

test('a picture is fetched once, and given under an address of ours', async () => {
  const pictures = started();
  pictures.open(xia);
  expect(await pictures.read(message(1))).toBeNull();
  expect(await pictures.load(message(1))).toEqual({
    ok: true,
    value: { src: 'media://message/1?1' },
  });
  expect((await pictures.read(message(1)))?.type).toBe('image/png');
  expect(await pictures.load(message(2))).toMatchObject({ ok: true });
  expect(pictureCalls()).toBe(1);
});

test.each(['present', 'absent'] as const)(
  'with a keychain %s it shows while the platform is out of reach',
  async (keychain) => {
    const pictures = started({ keychain });
    pictures.open(xia);
    await pictures.load(message(1));
    await gateway.down();
    expect(await pictures.load(message(1))).toMatchObject({ ok: true });
    expect(await pictures.read(message(1))).not.toBeNull();
    expect(await pictures.load(message(3))).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    });
    expect(existsSync(folder)).toBe(keychain === 'present');
  },
);

test('it is there in the next run where there is a keychain', async () => {
  const before = started();
  before.open(xia);
  await before.load(message(1));
  await gateway.down();
  const after = started();
  after.open(xia);
  expect(await after.read(message(1))).not.toBeNull();
});

test('loads of the same picture are joined, and at most four run at once', async () => {
  const pictures = started();
  pictures.open(xia);
  gateway.fault('picture', { kind: 'hold' });
  const loads = Array.from({ length: 12 }, (_, n) => pictures.load(message(n + 1)));
  await gateway.until('picture', 4, { until: 'arrived' });
  expect(pictureCalls()).toBe(4);
  gateway.clearFaults();
  for (const loaded of await Promise.all(loads)) expect(loaded.ok).toBe(true);
  expect(pictureCalls()).toBe(6);
});

test('what has no picture, or one that may not be shown, is refused without a request', async () => {
  const pictures = started();
  expect(await pictures.load(message(1))).toMatchObject({ failure: { kind: 'not-ready' } });
  pictures.open(xia);
  expect(await pictures.load(message(100))).toMatchObject({
    failure: { kind: 'invalid-argument' },
  });
  expect(await pictures.load(message(200))).toEqual({
    ok: false,
    failure: { kind: 'picture', host: 'pic.school.example', why: 'not-https' },
  });
  expect(await pictures.read(message(200))).toBeNull();
  expect(gateway.journal).toEqual([]);
});

test('signing out ends what is under way and removes what was kept', async () => {
  const pictures = started();
  pictures.open(xia);
  await pictures.load(message(1));
  gateway.fault('picture', { kind: 'hold' });
  const loads = Array.from({ length: 5 }, (_, n) => pictures.load(message(2 * n + 3)));
  await gateway.until('picture', 5, { until: 'arrived' });
  await pictures.forget();
  for (const loaded of await Promise.all(loads)) expect(loaded).toEqual(cancelled);
  expect(existsSync(folder)).toBe(false);
  expect(await pictures.read(message(1))).toBeNull();
});

test('another person begins with none, under other addresses', async () => {
  const pictures = started();
  pictures.open(xia);
  await pictures.load(message(1));
  pictures.open(chen);
  expect(await pictures.read(message(1))).toBeNull();
  expect(await pictures.load(message(1))).toEqual({
    ok: true,
    value: { src: 'media://message/1?2' },
  });
});

test('her own picture is fetched once, kept, and gets another address of ours with another of its own', async () => {
  const pictures = started();
  pictures.open(xia);
  const first = await pictures.load(herself);
  expect(first).toMatchObject({ ok: true });
  expect((await pictures.read(herself))?.type).toBe('image/png');
  expect(await pictures.load(herself)).toEqual(first);
  expect(gateway.journal.filter(({ call }) => call === 'avatar')).toHaveLength(1);

  herPicture = `${gateway.url}/avatars/xiabing-2.png`;
  expect(await pictures.read(herself)).toBeNull();
  const second = await pictures.load(herself);
  expect(second).toMatchObject({ ok: true });
  expect(second).not.toEqual(first);

  await gateway.down();
  expect(await pictures.load(herself)).toEqual(second);
});

test('who has no picture, or one that may not be asked for, has none here', async () => {
  const pictures = started();
  pictures.open(xia);
  herPicture = null;
  expect(await pictures.load(herself)).toMatchObject({ failure: { kind: 'invalid-argument' } });
  herPicture = 'https://192.168.1.20/xiabing.png';
  expect(await pictures.load(herself)).toMatchObject({
    failure: { kind: 'picture', why: 'private-address' },
  });
  expect(gateway.journal).toEqual([]);
});
