import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Gateway, startGateway } from '../gateway';
import type { DeploymentDraft, DeploymentPart } from '../preload/contract';
import { createDeploymentChecks, type DeploymentChecks } from './deploymentCheck';

interface File {
  readonly name: string;
  readonly gateway: string;
  readonly app: { readonly appId: string; readonly appKey: string };
  readonly login: { readonly page: string; readonly redirectUri: string };
  readonly messages: { readonly feedUrl: string };
}

let gateway: Gateway;
let checks: DeploymentChecks;
let draft: DeploymentDraft;

beforeEach(async () => {
  gateway = await startGateway();
  checks = createDeploymentChecks({ fetch, issuerOf: () => null });
  const { name, app, login, messages, ...file } = gateway.deployment() as unknown as File;
  draft = {
    name,
    gateway: file.gateway,
    messageGateway: '',
    appId: app.appId,
    key: { kind: 'appKey', appKey: app.appKey },
    loginPage: login.page,
    redirectUri: login.redirectUri,
    feedUrl: messages.feedUrl,
  };
});
afterEach(() => gateway.close());

const stateOf = (part: DeploymentPart) =>
  checks.snapshot.value?.parts.find((one) => one.part === part)?.state;
const kinds = () => checks.snapshot.value?.parts.map(({ part, state }) => [part, state.kind]);

test('on a platform where all is right, each part works, asked once and one after the other', async () => {
  expect(await checks.run(draft)).toEqual({ ok: true, value: 'checked' });
  expect(kinds()).toEqual([
    ['access-token', 'works'],
    ['login-ticket', 'works'],
    ['login-page', 'works'],
    ['feed', 'works'],
    ['message-gateway', 'works'],
  ]);
  expect(checks.snapshot.value?.state).toBe('ended');
  expect(gateway.journal).toHaveLength(5);
});

test('a broker works as well as a key', async () => {
  const key = { kind: 'broker', accessTokenUrl: gateway.brokerUrl } as const;
  await checks.run({ ...draft, key });
  expect(stateOf('access-token')).toEqual({ kind: 'works' });
  expect(stateOf('login-ticket')).toEqual({ kind: 'works' });
});

test('a wrong key is told in the platform’s words, and the key is not among them', async () => {
  const key = { kind: 'appKey', appKey: 'a-wrong-key' } as const;
  await checks.run({ ...draft, key });
  expect(stateOf('access-token')).toMatchObject({ kind: 'failed', failure: { kind: 'rejected' } });
  expect(stateOf('login-ticket')).toEqual({ kind: 'not-tried' });
  // Without a ticket the page refuses, which shows that it is there.
  expect(stateOf('login-page')).toEqual({ kind: 'works' });
  expect(JSON.stringify(checks.snapshot.value)).not.toContain('a-wrong-key');
});

test('the part that is wrong is told, and the others work', async () => {
  await checks.run({
    ...draft,
    feedUrl: `${gateway.url}/no/such/feed`,
    loginPage: `${gateway.url}/no/such/page`,
  });
  expect(stateOf('login-page')).toMatchObject({ kind: 'failed', failure: { kind: 'http-status' } });
  expect(stateOf('feed')).toMatchObject({
    kind: 'failed',
    failure: { kind: 'http-status', status: 404 },
  });
  expect(stateOf('message-gateway')).toEqual({ kind: 'works' });
});

test('a platform that is away is told for each part', async () => {
  await gateway.down();
  await checks.run(draft);
  for (const part of ['access-token', 'login-page', 'feed', 'message-gateway'] as const) {
    expect(stateOf(part), part).toMatchObject({ kind: 'failed', failure: { kind: 'refused' } });
  }
  await gateway.up();
});

test('a check that is given up tries nothing more', async () => {
  gateway.fault('login-ticket', { kind: 'hold' });
  const checking = checks.run(draft);
  await vi.waitFor(() => expect(stateOf('login-ticket')).toEqual({ kind: 'trying' }));
  checks.cancel();
  expect(await checking).toEqual({ ok: true, value: 'cancelled' });
  expect(kinds()).toEqual([
    ['access-token', 'works'],
    ['login-ticket', 'not-tried'],
    ['login-page', 'not-tried'],
    ['feed', 'not-tried'],
    ['message-gateway', 'not-tried'],
  ]);
  expect(gateway.journal.map(({ path }) => path)).not.toContain('/bmp-oauth');
});

test('a draft with a wrong field is not tried', async () => {
  expect(await checks.run({ ...draft, redirectUri: '' })).toMatchObject({
    ok: false,
    failure: { kind: 'wrong-file' },
  });
  expect(gateway.journal).toEqual([]);
});
