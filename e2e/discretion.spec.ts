import { appendFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app';
import { heapSnapshots } from './heap';
import { classTeacher, goTo, stateOf } from './pages';
import { findSecrets } from './secrets';

test('the token, the appKey and the session id are in no renderer, no log and no file', async ({
  launch,
  gateway,
  keyring,
  userData,
}) => {
  test.setTimeout(180_000);
  const run = await launch({ deployment: { session: { heartbeatSeconds: 1 } } });
  const person = classTeacher(gateway);
  await run.signIn(person);
  for (const name of ['组织', '个人资料', '设置', '消息'] as const) await goTo(run.window, name);
  await gateway.until('heartbeat', 3);
  gateway.fault('heartbeat', { kind: 'bad-gateway' });
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'unreachable');
  gateway.clearFaults();
  await expect(stateOf(run.window)).toHaveAttribute('data-state', 'active');

  const session = await keyring.read('session');
  const { token } = JSON.parse(String(await keyring.read('oauthToken')));
  const { appKey } = gateway.deployment().app as { appKey: string };
  const control = 'planted-control-5f1c0b7e';
  const needles = {
    ...Object.fromEntries(gateway.secrets.map(({ kind, value }, n) => [`${kind} ${n}`, value])),
    oauthToken: token,
    'session id': String(session),
    appKey,
    control,
  };

  // The search must find what is there: a value in the page, and one in a file.
  await run.window.evaluate((value) => Reflect.set(window, 'planted', { value }), control);
  await mkdir(join(userData, 'planted'));
  await appendFile(join(userData, 'planted', 'file'), Buffer.from(control, 'utf16le'));

  const heaps = await heapSnapshots(run.app);
  const found = await findSecrets(needles, [
    ...heaps,
    { kind: 'folder', path: userData },
    { kind: 'bytes', name: 'output', bytes: Buffer.from(run.output()) },
  ]);
  expect(found.filter(({ needle }) => needle !== 'control')).toEqual([]);
  const encodings = found.filter(({ needle }) => needle === 'control');
  expect(encodings.some(({ encoding }) => /utf-?16/i.test(encoding))).toBe(true);
  expect(encodings.some(({ encoding }) => /utf-?8/i.test(encoding))).toBe(true);
});

test('signing out leaves no entry of hers in the keyring and nothing of hers on disk', async ({
  launch,
  gateway,
  keyring,
  userData,
}) => {
  const run = await launch();
  const person = classTeacher(gateway);
  await run.signIn(person);
  await expect.poll(() => keyring.present()).toEqual(['oauthToken', 'session', 'cacheKey']);
  await expect.poll(() => readdir(userData)).toContain('profile.json');
  await goTo(run.window, '设置');
  await run.window.getByRole('button', { name: '退出登录' }).click();
  await run.window.getByRole('dialog').getByRole('button', { name: '退出登录' }).click();
  await expect(run.window.getByRole('button', { name: '登录教育云' })).toBeVisible();
  await expect.poll(() => keyring.present()).toEqual([]);
  await run.close();

  const hers = {
    'person id': person.personId,
    'account id': person.accountId,
    school: '武汉小学武昌校区',
    ...Object.fromEntries(
      gateway.secrets
        .filter(({ value }) => value.length >= 8)
        .map(({ kind, value }, n) => [`${kind} ${n}`, value]),
    ),
  };
  expect(await findSecrets(hers, [{ kind: 'folder', path: userData }])).toEqual([]);

  const next = await launch();
  await expect(next.window.getByRole('button', { name: '登录教育云' })).toBeVisible();
});

test('while she is signed in, what is kept of her on disk cannot be read', async ({
  launch,
  gateway,
  userData,
}) => {
  const run = await launch();
  const person = classTeacher(gateway);
  await run.signIn(person);
  await expect.poll(() => readdir(userData)).toContain('profile.json');
  await run.close();
  const hers = { 'person id': person.personId, school: '武汉小学武昌校区' };
  expect(await findSecrets(hers, [{ kind: 'folder', path: userData }])).toEqual([]);
});
