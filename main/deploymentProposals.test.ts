import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeploymentSnapshot } from '../preload/contract';
import { createDeploymentProposals, type DeploymentProposals } from './deploymentProposals';

const fileOf = (more: object = {}) =>
  JSON.stringify({
    schema: 1,
    id: 'new',
    name: '新学校',
    gateway: 'https://gateway.example.edu.cn',
    app: { appId: 'a', appKey: 'k' },
    login: { page: 'https://sso.example.edu.cn/in', redirectUri: 'https://school.example/in' },
    ...more,
  });

const inUse = signal<DeploymentSnapshot>({ kind: 'none', lookedAt: [] });
const ready = (source: 'machine' | 'environment' | 'imported'): DeploymentSnapshot => ({
  kind: 'ready',
  id: 'old',
  name: '老学校',
  source,
  loginHost: 'old.example',
  gatewayHost: 'old.example',
});

let imported: string[];
let logged: string[];
let proposals: DeploymentProposals;
const answers = new Map<
  string,
  { readonly status: number; readonly body: string; readonly to?: string }
>();
const server = createServer(({ url = '' }, response) => {
  const { status, body, to } = answers.get(url) ?? { status: 404, body: '{}' };
  response.writeHead(status, to === undefined ? {} : { location: to }).end(body);
});
let host: string;

beforeEach(async () => {
  inUse.value = { kind: 'none', lookedAt: [] };
  imported = [];
  logged = [];
  answers.clear();
  proposals = createDeploymentProposals({
    inUse,
    async bringIn(text) {
      imported.push(text);
      return { ok: true, value: 'imported' };
    },
    fetch,
    issuerOf: () => null,
    log: (what) => logged.push(what),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const now = () => proposals.snapshot.value;
const answer = (word: 'accept' | 'decline') => proposals.answer(now()?.id ?? -1, word);

test('with none in use, a file that she brings in the window is used at once', async () => {
  expect(await proposals.bringText(fileOf())).toBe('imported');
  expect(imported).toEqual([fileOf()]);
  expect(now()).toBeNull();
});

test('one that replaces another asks first, with both names and hosts', async () => {
  inUse.value = ready('imported');
  expect(await proposals.bringText(fileOf())).toBe('asked');
  expect(now()).toMatchObject({
    kind: 'deployment',
    name: '新学校',
    gatewayHost: 'gateway.example.edu.cn',
    loginHost: 'sso.example.edu.cn',
    replaces: { name: '老学校', gatewayHost: 'old.example' },
  });
  expect(JSON.stringify(now())).not.toContain('"k"');
  expect(imported).toEqual([]);
  await answer('accept');
  expect(imported).toEqual([fileOf()]);
  expect(now()).toBeNull();
});

test('what she declines is not used', async () => {
  inUse.value = ready('imported');
  await proposals.bringText(fileOf());
  await answer('decline');
  expect(imported).toEqual([]);
  expect(now()).toBeNull();
});

test('a file from outside the window asks even where none is in use', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'staffroom-proposal-')), 'school.staffroom');
  writeFileSync(path, fileOf());
  expect(await proposals.bringFile(path, 'system')).toBe('asked');
  expect(now()).toMatchObject({ kind: 'deployment', replaces: null });
});

test('settings of IT in the file are said to be without effect', async () => {
  expect(await proposals.bringText(fileOf({ policy: { notifications: false } }))).toBe('asked');
  expect(now()).toMatchObject({ withoutEffect: ['policy'] });
});

test.each(['machine', 'environment'] as const)(
  'while the file of the %s is in force, none is taken',
  async (by) => {
    inUse.value = ready(by);
    expect(await proposals.bringText(fileOf())).toBe('refused');
    expect(now()).toMatchObject({ kind: 'refused', failure: { kind: 'fixed-deployment', by } });
    await answer('decline');
    proposals.bringLink('https://school.example/d');
    expect(now()).toMatchObject({ kind: 'refused' });
    expect(imported).toEqual([]);
  },
);

test('a wrong file is told with all its problems', async () => {
  expect(await proposals.bringText('{')).toBe('refused');
  expect(now()).toMatchObject({
    kind: 'refused',
    failure: { kind: 'wrong-file', problems: [{ field: '', expected: 'json' }] },
  });
});

test('a link asks before it fetches, and again before the file is used', async () => {
  answers.set('/d.json', { status: 200, body: fileOf() });
  proposals.bringLink(`http://${host}/d.json`);
  expect(now()).toMatchObject({ kind: 'link', host });
  await answer('accept');
  expect(now()).toMatchObject({ kind: 'deployment', name: '新学校' });
  expect(imported).toEqual([]);
  await answer('accept');
  expect(JSON.parse(imported[0] ?? '')).toEqual(JSON.parse(fileOf()));
});

test.each([
  ['a redirect', { status: 302, body: '', to: 'https://elsewhere.example/' }, 'not-the-platform'],
  ['a refusal', { status: 403, body: '{}' }, 'http-status'],
  ['something that is no JSON', { status: 200, body: 'hello' }, 'wrong-file'],
  ['a page', { status: 200, body: '<html></html>' }, 'not-the-platform'],
  ['another file', { status: 200, body: '{"schema":2}' }, 'wrong-file'],
  ['too much', { status: 200, body: JSON.stringify('x'.repeat(300_000)) }, 'too-large'],
])('a link that brings %s brings nothing, and says so', async (_what, sent, kind) => {
  answers.set('/d.json', sent);
  proposals.bringLink(`http://${host}/d.json`);
  await answer('accept');
  expect(now()).toMatchObject({ kind: 'refused', failure: { kind } });
  expect(imported).toEqual([]);
  expect(logged.join()).not.toContain(host);
});

test('what she has given up while it was fetched is not asked about', async () => {
  answers.set('/d.json', { status: 200, body: fileOf() });
  proposals.bringLink(`http://${host}/d.json`);
  const fetched = answer('accept');
  await vi.waitFor(() => expect(now()?.kind).toBe('fetching'));
  await answer('decline');
  await fetched;
  expect(now()).toBeNull();
});

test('a second question waits for nobody: it is dropped while one is asked', async () => {
  proposals.bringLink(`http://${host}/first`);
  const asked = now();
  proposals.bringLink(`http://${host}/second`);
  expect(await proposals.bringText(fileOf())).toBe('asked');
  expect(now()).toBe(asked);
  expect(imported).toEqual([]);
});

test('an answer to a question that is not asked any more changes nothing', async () => {
  inUse.value = ready('imported');
  await proposals.bringText(fileOf());
  expect(await proposals.answer((now()?.id ?? 0) - 1, 'accept')).toMatchObject({ ok: false });
  expect(imported).toEqual([]);
});

test('a link without https leads nowhere', () => {
  proposals.bringLink('http://school.example/d.json');
  proposals.bringLink('https://me:secret@school.example/d.json');
  expect(now()).toBeNull();
});
