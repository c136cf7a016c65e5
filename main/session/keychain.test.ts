import { expect, test } from 'vitest';
import { memoryKeyring } from '../practice';
import { createKeychain, type Keychain, type Keytar } from './keychain';

const keychainOn = (keytar: Keytar, timeLimit = 1_000): Keychain =>
  createKeychain({ load: async () => keytar, deploymentId: 'school', timeLimit });

const failing = (message: string): Keytar => {
  const fail = () => Promise.reject(new Error(message));
  return { getPassword: fail, setPassword: fail, deletePassword: fail };
};

test('what was written is found under the deployment’s name, and absent once removed', async () => {
  const { keytar, entries } = memoryKeyring();
  const keychain = keychainOn(keytar);
  expect(await keychain.read('session')).toEqual({ kind: 'absent' });
  expect(await keychain.write('session', 's')).toEqual({ kind: 'done' });
  expect([...entries]).toEqual([['school/session', 's']]);
  expect(await keychain.read('session')).toEqual({ kind: 'found', secret: 's' });
  await keychain.remove('session');
  expect(await keychain.read('session')).toEqual({ kind: 'absent' });
});

test('a probe leaves nothing behind', async () => {
  const { keytar, entries } = memoryKeyring();
  expect(await keychainOn(keytar).probe()).toEqual({ kind: 'done' });
  expect(entries.size).toBe(0);
});

test.each([
  ['Cannot create an item in a locked collection', 'locked'],
  ['User interaction is not allowed.', 'locked'],
  ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'unavailable'],
  ['The name org.freedesktop.secrets was not provided by any .service files', 'unavailable'],
  ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'unavailable'],
])('keytar saying “%s” means %s', async (message, kind) => {
  const keychain = keychainOn(failing(message));
  expect(await keychain.read('session')).toEqual({ kind });
  expect(await keychain.write('session', 's')).toEqual({ kind });
  expect(await keychain.probe()).toEqual({ kind });
});

test('a keytar that does not load is an unavailable keychain', async () => {
  const keychain = createKeychain({
    load: () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file')),
    deploymentId: 'school',
    timeLimit: 1_000,
  });
  expect(await keychain.read('session')).toEqual({ kind: 'unavailable' });
});

test('a call that hangs on a prompt counts as locked; no other joins it until it has ended', async () => {
  let answer: (secret: string) => void = () => undefined;
  let calls = 0;
  const keychain = keychainOn(
    {
      ...memoryKeyring().keytar,
      getPassword: () => {
        calls += 1;
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    },
    20,
  );
  expect(await keychain.read('session')).toEqual({ kind: 'locked' });
  expect(await keychain.read('oauthToken')).toEqual({ kind: 'locked' });
  expect(calls).toBe(1);
  const hanging = keychain.hanging();
  expect(hanging).not.toBeNull();
  answer('unlocked after all');
  await hanging;
  expect(keychain.hanging()).toBeNull();
  expect(await keychain.write('session', 's')).toEqual({ kind: 'done' });
});
