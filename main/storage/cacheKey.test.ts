import { expect, test } from 'vitest';
import { createCacheKey } from './cacheKey';

function keychain() {
  let kept: string | null = null;
  return {
    written: 0,
    reachable: 'yes' as 'yes' | 'no',
    async read() {
      return this.reachable === 'yes' ? kept : null;
    },
    async write(key: string) {
      if (this.reachable === 'no') return false;
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
  place.reachable = 'no';
  const key = createCacheKey(place);
  expect(await key.sealer()).toBeNull();
  place.reachable = 'yes';
  expect(await key.sealer()).not.toBeNull();
});
