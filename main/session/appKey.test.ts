import { expect, test } from 'vitest';
import { memoryKeyring } from '../practice';
import { appKeyFrom, keepAppKey } from './appKey';
import { createKeychain } from './keychain';

const app = { appId: 'a', appKey: null, accessTokenInvalidCodes: [] };

function keychain(does: 'answers' | 'is locked' = 'answers') {
  const { entries, keytar } = memoryKeyring();
  return {
    entries,
    keychain: createKeychain({
      load: async () => ({
        ...keytar,
        async getPassword(...of) {
          if (does === 'is locked')
            throw new Error('Cannot get secret of a locked object: is locked');
          return keytar.getPassword(...of);
        },
      }),
      deploymentId: 'school',
      timeLimit: 1_000,
    }),
  };
}

test('a file’s own key comes before the keychain’s, and a broker needs none', async () => {
  const { keychain: empty } = keychain();
  const own = appKeyFrom({ app: { ...app, appKey: 'own' } }, empty);
  expect(await own()).toEqual({ ok: true, value: 'own' });
  const brokered = appKeyFrom({ app: { ...app, accessTokenUrl: 'https://broker.example' } }, empty);
  expect(await brokered()).toEqual({ ok: true, value: null });
});

test('a key that is not in the keychain any more is said to be missing, and not locked away', async () => {
  const { keychain: empty, entries } = keychain();
  const read = appKeyFrom({ app }, empty);
  expect(await read()).toEqual({ ok: false, failure: { kind: 'no-app-key' } });
  entries.set('school/appKey', 'kept');
  expect(await read()).toEqual({ ok: true, value: 'kept' });
});

test('of a keychain that says itself that it is locked, that is said', async () => {
  expect(await appKeyFrom({ app }, keychain('is locked').keychain)()).toEqual({
    ok: false,
    failure: { kind: 'keychain', problem: 'locked' },
  });
});

test('what was there before a key was kept can be put back', async () => {
  const { keychain: kept, entries } = keychain();
  const first = await keepAppKey(kept, 'first');
  const second = await keepAppKey(kept, 'second');
  if (!first.ok || !second.ok) throw new Error('not kept');
  expect(entries.get('school/appKey')).toBe('second');
  await second.value.putBack();
  expect(entries.get('school/appKey')).toBe('first');
  await first.value.putBack();
  expect(entries.has('school/appKey')).toBe(false);
});
