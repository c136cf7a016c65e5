import { expect, test } from 'vitest';
import type { DeploymentDraft } from '../../preload/contract';
import { readDeployment } from './deployment';
import { draftFile, draftProblems } from './draft';

const draft: DeploymentDraft = {
  name: ' 第一中学 ',
  gateway: ' https://gateway.example.edu.cn:8443/ ',
  messageGateway: '',
  appId: 'a',
  key: { kind: 'appKey', appKey: ' the-key ' },
  loginPage: '',
  redirectUri: 'https://school.example/in',
  feedUrl: '',
};

test('what was typed makes a deployment, with what was left empty left out', () => {
  expect(draftProblems(draft)).toEqual([]);
  expect(readDeployment(draftFile(draft), 'file')).toMatchObject({
    kind: 'ready',
    unknownFields: [],
    deployment: {
      id: 'gateway.example.edu.cn-8443',
      name: '第一中学',
      gateway: 'https://gateway.example.edu.cn:8443',
      messageGateway: 'https://gateway.example.edu.cn:8443',
      app: { appId: 'a', appKey: 'the-key' },
      login: { page: 'https://gateway.example.edu.cn:8443/bmp-oauth' },
      messages: { pollSeconds: 60 },
    },
  });
});

test('a broker takes the place of the key', () => {
  const key = { kind: 'broker', accessTokenUrl: 'https://broker.example/token' } as const;
  expect(readDeployment(draftFile({ ...draft, key }), 'file')).toMatchObject({
    deployment: { app: { appKey: null, accessTokenUrl: 'https://broker.example/token' } },
  });
});

test('each field that is wrong is named at once, by its path in the file', () => {
  const wrong: DeploymentDraft = {
    name: '',
    gateway: 'gateway.example',
    messageGateway: 'ftp://x',
    appId: '',
    key: { kind: 'broker', accessTokenUrl: '' },
    loginPage: 'http://sso.example',
    redirectUri: 'x',
    feedUrl: 'http://feed.example',
  };
  const fields = new Set(draftProblems(wrong).map(({ field }) => field));
  expect(fields).toEqual(
    new Set([
      'name',
      'gateway',
      'messageGateway',
      'app.appId',
      'app.accessTokenUrl',
      'login.page',
      'login.redirectUri',
      'messages.feedUrl',
    ]),
  );
});

test.each([
  ['a name that ends in a dot, as names may', 'https://gateway.example.', 'gateway.example'],
  [
    'a name that would end in one where it is cut',
    `https://${'a'.repeat(63)}.example`,
    'a'.repeat(63),
  ],
  ['a name of dots alone', 'https://../', 'typed'],
  ['a device on Windows', 'https://aux.example', 'typed'],
])('the gateway’s id can name a folder: %s', (_what, gateway, id) => {
  expect(draftProblems({ ...draft, gateway })).toEqual([]);
  expect(readDeployment(draftFile({ ...draft, gateway }), 'file')).toMatchObject({
    deployment: { id },
  });
});
