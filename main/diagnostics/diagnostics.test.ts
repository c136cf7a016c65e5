import { expect, test } from 'vitest';
import type { Deployment } from '../deployment/deployment';
import { createDiagnostics } from './diagnostics';

const deployment: Deployment = {
  id: 'school',
  name: '学校',
  gateway: 'https://gateway.example',
  messageGateway: 'https://gateway.example',
  app: { appId: 'app', appKey: null, accessTokenInvalidCodes: [] },
  login: {
    page: 'https://sso.example:8443/login?school=7',
    redirectUri: 'https://school.example/signed-in',
    ticketMethod: 'POST',
  },
  session: {
    heartbeatSeconds: 120,
    sources: ['redirect'],
    cookieName: 'usession_id',
    silentRenewal: false,
  },
  messages: { pollSeconds: 60 },
  updatesUrl: null,
  policy: { sharedComputer: 'left-open', sharedComputerIdleMinutes: 15, settings: {} },
};

function diagnosed() {
  const log: string[] = [];
  let at = Date.parse('2026-09-01T08:00:00Z');
  const diagnostics = createDiagnostics({
    log: { info: (scope, what) => log.push(`${scope}: ${what}`), tail: async () => log },
    versions: { app: '0.1.0', electron: '33.2.1', chromium: '130.0.1', system: 'linux 6.1 x64' },
    now: () => {
      at += 60_000;
      return at;
    },
  });
  return { diagnostics, log };
}

test('the start is recorded, with the versions in the log', () => {
  const { diagnostics, log } = diagnosed();
  expect(diagnostics.events().map(({ happening }) => happening.kind)).toEqual(['started']);
  expect(log).toEqual(['app: started, 0.1.0 on Electron 33.2.1, Chromium 130.0.1, linux 6.1 x64']);
});

test('a change of the session is logged with what led to it, where and why', () => {
  const { diagnostics, log } = diagnosed();
  diagnostics.recordDeployment({
    kind: 'ready',
    source: 'machine',
    deployment,
    unknownFields: [],
  });
  diagnostics.recordSession(
    {
      kind: 'unanswered',
      cause: { kind: 'tls', host: 'gateway.example', reason: 'CERT_DATE_INVALID', issuer: null },
      at: 0,
      nextTryAt: 0,
    },
    'unreachable',
  );
  diagnostics.recordSession({ kind: 'displaced', at: 0, log: ['武汉 13800138000'] }, 'displaced');
  expect(log.slice(1)).toEqual([
    'deployment: ready, machine',
    'session: unanswered, now unreachable; tls host=gateway.example reason=CERT_DATE_INVALID',
    'session: displaced, now displaced',
  ]);
});

test('what goes on unchanged is logged once, and how often when it has ended', () => {
  const { diagnostics, log } = diagnosed();
  for (let beat = 1; beat <= 3; beat += 1) {
    diagnostics.recordSession({ kind: 'alive', at: 0 }, 'active');
  }
  diagnostics.recordSession({ kind: 'gone', at: 0, renewal: 'not' }, 'active');
  expect(log.slice(1)).toEqual([
    'session: alive, now active',
    'session: the same 3 times, until 2026-09-01T08:04:00.000Z',
    'session: gone, now active',
  ]);
});

test('a host is named only where the deployment in use names it', () => {
  const { diagnostics, log } = diagnosed();
  const unreachable = (host: string) =>
    diagnostics.record({ kind: 'refresh', of: 'feed', cause: { kind: 'dns', host } });
  unreachable('sso.example:8443');
  diagnostics.recordDeployment({
    kind: 'ready',
    source: 'imported',
    deployment,
    unknownFields: [],
  });
  unreachable('sso.example:8443');
  unreachable('xiabing.elsewhere.example');
  expect(log.filter((line) => line.startsWith('feed'))).toEqual([
    'feed: not refreshed; dns host=…',
    'feed: not refreshed; dns host=sso.example:8443',
    'feed: not refreshed; dns host=…',
  ]);
});

test('a wrong deployment file is told by its fields', () => {
  const { diagnostics, log } = diagnosed();
  diagnostics.recordDeployment({
    kind: 'wrong',
    source: 'imported',
    path: '/home/xiabing/deployment.json',
    problems: [
      { field: '', expected: 'json' },
      { field: 'app.appId', expected: 'text' },
    ],
  });
  expect(log.at(-1)).toBe('deployment: wrong; wrong-file (file) json, app.appId text');
});
