import { expect, test } from 'vitest';
import { type CacheKeyRead, createCacheKey } from './cacheKey';

function keychain() {
  let kept: string | null = null;
  return {
    written: 0,
    readable: 'yes' as 'yes' | 'no',
    async read(): Promise<CacheKeyRead> {
      if (this.readable === 'no') return { kind: 'unreachable' };
      return kept === null ? { kind: 'absent' } : { kind: 'found', key: kept };
    },
    async write(key: string) {
      this.written += 1;
      kept = key;
      return true;
    },
  };
}

test('two that need the key at once get the same one, and it is written once', async () => {
  const place = keychain();
  const key = createCacheKey(place);
  const [one, other] = await Promise.all([key.sealer(), key.sealer()]);
  const sealed = one?.seal('五年级2班', 'p') ?? '';
  expect(other?.open(sealed, 'p')).toBe('五年级2班');
  expect(place.written).toBe(1);
});

test('the next run opens what this one sealed', async () => {
  const place = keychain();
  const sealed = (await createCacheKey(place).sealer())?.seal('五年级2班', 'p') ?? '';
  expect((await createCacheKey(place).sealer())?.open(sealed, 'p')).toBe('五年级2班');
});

test('a keychain that cannot be reached gives none, and is asked again the next time', async () => {
  const place = keychain();
  place.readable = 'no';
  const key = createCacheKey(place);
  expect(await key.sealer()).toBeNull();
  place.readable = 'yes';
  expect(await key.sealer()).not.toBeNull();
});

test('a key that cannot be read is not replaced, though another could be written', async () => {
  const place = keychain();
  const sealed = (await createCacheKey(place).sealer())?.seal('五年级2班', 'p') ?? '';
  place.readable = 'no';
  expect(await createCacheKey(place).sealer()).toBeNull();
  expect(place.written).toBe(1);
  place.readable = 'yes';
  expect((await createCacheKey(place).sealer())?.open(sealed, 'p')).toBe('五年级2班');
});

test('what is no key is replaced', async () => {
  const place = keychain();
  await place.write('no key');
  expect(await createCacheKey(place).sealer()).not.toBeNull();
  expect(place.written).toBe(2);
});
