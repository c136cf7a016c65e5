import { expect, test } from 'vitest';
import { type Deployment, readDeployment } from './deployment';

const complete = {
  schema: 1,
  id: 'wuhan-no1',
  name: '武汉市第一中学',
  preset: 'huijiaoyun',
  app: { appId: 'app', appKey: 'key' },
  login: { page: 'https://sso.example.edu.cn/bmp-oauth', redirectUri: 'https://school.example/in' },
};

function deployment(content: unknown): Deployment {
  const reading = readDeployment(JSON.stringify(content), 'file');
  if (reading.kind === 'wrong') throw new Error(JSON.stringify(reading.problems));
  return reading.deployment;
}

const problems = (content: unknown) => {
  const reading = readDeployment(JSON.stringify(content), 'file');
  return reading.kind === 'wrong' ? reading.problems : [];
};

test('a preset fills both gateways, and the documented defaults fill the rest', () => {
  expect(deployment(complete)).toEqual({
    id: 'wuhan-no1',
    name: '武汉市第一中学',
    gateway: 'https://opengate.huijiaoyun.com',
    messageGateway: 'https://opengate.huijiaoyun.com',
    app: { appId: 'app', appKey: 'key', accessTokenInvalidCodes: [] },
    login: { ...complete.login, ticketMethod: 'POST' },
    session: {
      heartbeatSeconds: 120,
      sources: ['redirect', 'ticket', 'cookie'],
      cookieName: 'usession_id',
      silentRenewal: false,
    },
    messages: { pollSeconds: 60 },
    updatesUrl: null,
    policy: { sharedComputer: 'left-open', sharedComputerIdleMinutes: 15, settings: {} },
  });
});

test('a gateway of its own wins over the preset, loses its last slash, and gives the login page', () => {
  const { gateway, messageGateway, login } = deployment({
    ...complete,
    gateway: 'https://gateway.example.edu.cn/',
    login: { redirectUri: 'https://school.example/in' },
  });
  expect(gateway).toBe('https://gateway.example.edu.cn');
  expect(messageGateway).toBe(gateway);
  expect(login.page).toBe('https://gateway.example.edu.cn/bmp-oauth');
});

test.each([
  ['no gateway and no preset', { preset: undefined }, 'gateway', 'https-address'],
  ['plain http', { gateway: 'http://gateway.example.edu.cn' }, 'gateway', 'https-address'],
  ['a password in an address', { gateway: 'https://a:b@c.example' }, 'gateway', 'https-address'],
  ['an unknown preset', { preset: 'mars' }, 'preset', 'known-preset'],
  ['another schema', { schema: 2 }, 'schema', 'schema-1'],
  ['an id that cannot name files', { id: '../x' }, 'id', 'id'],
  ['an id that is the folder itself', { id: '.' }, 'id', 'id'],
  ['an id that is the folder above', { id: '..' }, 'id', 'id'],
  ['an id of dots alone', { id: '...' }, 'id', 'id'],
  ['an id that Windows would cut the end off', { id: 'school.' }, 'id', 'id'],
  ['an id that is a device on Windows', { id: 'NUL' }, 'id', 'id'],
  ['an id that is a device whatever its ending', { id: 'com1.school' }, 'id', 'id'],
  ['neither key nor broker', { app: { appId: 'a' } }, 'app.appKey', 'app-key-or-broker'],
  ['no application', { app: undefined }, 'app', 'object'],
  ['a number for a text', { app: { appId: 7, appKey: 'k' } }, 'app.appId', 'text'],
  [
    'a script as redirect',
    { login: { redirectUri: 'javascript:0' } },
    'login.redirectUri',
    'web-address',
  ],
  [
    'a burst of heartbeats',
    { session: { heartbeatSeconds: 5 } },
    'session.heartbeatSeconds',
    'heartbeat-seconds',
  ],
  [
    'half a second',
    { session: { heartbeatSeconds: 30.5 } },
    'session.heartbeatSeconds',
    'heartbeat-seconds',
  ],
  [
    'a shared computer for ever',
    { policy: { sharedComputerIdleMinutes: 121 } },
    'policy.sharedComputerIdleMinutes',
    'idle-minutes',
  ],
  [
    'an unknown source',
    { session: { sources: ['tea'] } },
    'session.sources.0',
    'one-of-the-documented',
  ],
])('%s is wrong, and the field and what it should hold are named', (_, change, field, expected) => {
  expect(problems({ ...complete, ...change })).toContainEqual({ field, expected });
});

test('on loopback, http and a heartbeat each second are allowed', () => {
  const practice = deployment({
    ...complete,
    gateway: 'http://127.0.0.1:8080',
    session: { heartbeatSeconds: 1 },
  });
  expect(practice.session.heartbeatSeconds).toBe(1);
});

test('fields the format does not have are kept out and named', () => {
  const reading = readDeployment(
    JSON.stringify({ ...complete, colour: 'red', session: { heartbeat: 5 } }),
    'file',
  );
  expect(reading).toMatchObject({ kind: 'ready', unknownFields: ['colour', 'session.heartbeat'] });
});

test('a byte order mark does no harm; a file that is no JSON is said to be none', () => {
  expect(readDeployment(`\uFEFF${JSON.stringify(complete)}`, 'file').kind).toBe('ready');
  expect(readDeployment('schema: 1', 'file')).toEqual({
    kind: 'wrong',
    problems: [{ field: '', expected: 'json' }],
  });
});

test('the copy of an imported file may be without the key, which is in the keychain', () => {
  const copy = JSON.stringify({ ...complete, app: { appId: 'app' } });
  expect(readDeployment(copy, 'keychain')).toMatchObject({
    kind: 'ready',
    deployment: { app: { appKey: null } },
  });
});

test('a policy may make the computer a shared one, and say when it signs out', () => {
  expect(deployment(complete).policy).toEqual({
    sharedComputer: 'left-open',
    sharedComputerIdleMinutes: 15,
    settings: {},
  });
  const policy = { sharedComputer: true, sharedComputerIdleMinutes: 120 };
  expect(deployment({ ...complete, policy }).policy).toEqual({
    sharedComputer: 'required',
    sharedComputerIdleMinutes: 120,
    settings: {},
  });
});
