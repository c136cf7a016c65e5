import { expect, test, vi } from 'vitest';
import { memoryKeyring } from '../practice';
import { createKeychain } from '../session/keychain';
import { createProxyPassword } from './proxyPassword';

const proxy = 'proxy.example:8080';
const wrong = { user: 'xia', password: 'wrong' };
const right = { user: 'xia', password: 'right' };
const entry = 'this-computer/proxyPassword';

function proxyPassword(kept?: object) {
  const { entries, keytar } = memoryKeyring();
  if (kept !== undefined) entries.set(entry, JSON.stringify(kept));
  const keychain = createKeychain({
    load: async () => keytar,
    deploymentId: 'this-computer',
    timeLimit: 1_000,
  });
  let admitted = 0;
  const password = createProxyPassword(keychain, () => {
    admitted += 1;
  });
  const asked = () =>
    vi.waitFor(() => {
      expect(password.prompt.value).not.toBe(null);
      return password.prompt.value;
    });
  return { entries, password, asked, admitted: () => admitted };
}

test('she is asked once, however many requests wait, and nothing is kept unasked', async () => {
  const { password, asked, entries, admitted } = proxyPassword();
  const waiting = [password.credentialsFor(proxy, null), password.credentialsFor(proxy, null)];
  expect(await asked()).toEqual({ proxy, time: 'first' });
  password.answer({ ...right, keep: 'this-run' });
  expect(await Promise.all(waiting)).toEqual([
    expect.objectContaining(right),
    expect.objectContaining(right),
  ]);
  await password.accepted(proxy);
  expect(password.prompt.value).toBe(null);
  expect(admitted()).toBe(1);
  expect(await password.credentialsFor(proxy, null)).toMatchObject(right);
  expect([...entries]).toEqual([]);
});

test('a wrong password is asked for once more, then the proxy is given up on', async () => {
  const { password, asked, entries } = proxyPassword();
  const first = password.credentialsFor(proxy, null);
  await asked();
  password.answer({ ...wrong, keep: 'keychain' });
  const refused = await first;
  const second = password.credentialsFor(proxy, refused);
  expect(await asked()).toEqual({ proxy, time: 'again' });
  password.answer({ user: 'xia', password: 'wrong too', keep: 'keychain' });
  expect(await password.credentialsFor(proxy, await second)).toBe(null);
  expect(await password.credentialsFor(proxy, null)).toBe(null);
  expect([...entries]).toEqual([]);

  password.tryAgain();
  const third = password.credentialsFor(proxy, await second);
  expect(await asked()).toEqual({ proxy, time: 'first' });
  password.answer({ ...right, keep: 'keychain' });
  expect(await third).toMatchObject(right);
  await password.accepted(proxy);
  expect(JSON.parse(String(entries.get(entry)))).toEqual({ proxy, ...right });
});

test('what is in the keychain is offered to that proxy, and to no other', async () => {
  const { password, asked } = proxyPassword({ proxy, ...right });
  expect(await password.credentialsFor(proxy, null)).toEqual(right);
  const other = password.credentialsFor('other.example:3128', null);
  expect(await asked()).toEqual({ proxy: 'other.example:3128', time: 'first' });
  password.dismiss();
  expect(await other).toBe(null);
});

test.each([[[]], [{ proxy }], [{ proxy, user: 1, password: 'x' }]])(
  'an entry in the keychain that is none of ours (%j) is as if it were not there',
  async (kept) => {
    const { password, asked } = proxyPassword(kept);
    const found = password.credentialsFor(proxy, null);
    expect(await asked()).toEqual({ proxy, time: 'first' });
    password.dismiss();
    expect(await found).toBe(null);
  },
);

test('told to keep it for this run alone, what was kept before goes', async () => {
  const { password, asked, entries } = proxyPassword({ proxy, ...wrong });
  const refused = await password.credentialsFor(proxy, null);
  const given = password.credentialsFor(proxy, refused);
  await asked();
  password.answer({ ...right, keep: 'this-run' });
  await given;
  await password.accepted(proxy);
  expect([...entries]).toEqual([]);
});
