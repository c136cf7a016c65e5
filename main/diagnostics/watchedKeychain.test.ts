import { expect, test } from 'vitest';
import type { Happening } from '../../preload/contract';
import { memoryKeyring } from '../practice';
import { createKeychain, type Keytar } from '../session/keychain';
import { watchedKeychain } from './watchedKeychain';

function watched(keytar: Keytar) {
  const told: Happening[] = [];
  const keychain = createKeychain({
    load: async () => keytar,
    deploymentId: 'school',
    timeLimit: 1_000,
  });
  return { told, keychain: watchedKeychain(keychain, (happening) => told.push(happening)) };
}

test('a keychain that works is passed through, and nothing is told', async () => {
  const { told, keychain } = watched(memoryKeyring().keytar);
  expect(await keychain.write('session', 's')).toEqual({ kind: 'done' });
  expect(await keychain.read('session')).toEqual({ kind: 'found', secret: 's' });
  expect(await keychain.remove('session')).toEqual({ kind: 'done' });
  expect(await keychain.read('session')).toEqual({ kind: 'absent' });
  expect(await keychain.probe()).toEqual({ kind: 'done' });
  expect(told).toEqual([]);
});

test('each trouble is told by what was tried and its kind', async () => {
  const fail = () => Promise.reject(new Error('Cannot create an item in a locked collection'));
  const { told, keychain } = watched({
    getPassword: fail,
    setPassword: fail,
    deletePassword: fail,
  });
  expect(await keychain.read('session')).toEqual({ kind: 'locked' });
  await keychain.write('session', 'the-session');
  await keychain.remove('session');
  await keychain.probe();
  expect(told).toEqual(
    (['read', 'write', 'remove', 'probe'] as const).map((action) => ({
      kind: 'keychain',
      action,
      problem: 'locked',
    })),
  );
});
