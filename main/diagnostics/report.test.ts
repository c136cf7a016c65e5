import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Deployment } from '../deployment/deployment';
import { checkedSettings } from '../shell/checkedSettings';
import { type ReportFacts, reportOf } from './report';

const deployment: Deployment = {
  id: 'Wuhan-No1-Middle-School-2025',
  name: '武汉市第一中学',
  gateway: 'https://gateway.example/api',
  messageGateway: 'https://messages.example',
  app: {
    appId: 'app',
    appKey: 'the-appKey-of-the-school',
    sysCode: 'the-sysCode',
    accessTokenInvalidCodes: ['1', '2'],
  },
  login: {
    page: 'https://sso.example/bmp-oauth?school=7',
    redirectUri: 'https://school.example/signed-in',
    ticketMethod: 'POST',
  },
  session: {
    heartbeatSeconds: 120,
    sources: ['redirect', 'cookie'],
    cookieName: 'usession_id',
    silentRenewal: false,
  },
  messages: { pollSeconds: 60, platformCode: 'the-platformCode' },
  updatesUrl: null,
  policy: { sharedComputer: 'left-open', sharedComputerIdleMinutes: 15, settings: {} },
};

const facts: ReportFacts = {
  at: Date.parse('2026-09-01T08:00:00Z'),
  versions: { app: '0.1.0', electron: '33.2.1', chromium: '130.0.1', system: 'linux 6.1.0 x64' },
  deployment: { kind: 'ready', source: 'machine', deployment, unknownFields: [] },
  settings: {
    ...checkedSettings({}),
    theme: 'dark',
    markReadAfterSeconds: null,
    notifications: 'on',
    quietHours: { from: '22:00', to: '07:00' },
    sharedComputer: 'no',
    storing: 'agreed',
    languageInUse: 'en-US',
    version: '0.1.0',
    locked: ['proxy'],
    setAside: [],
  },
  session: {
    state: { kind: 'active', lastHeartbeatAt: 0 },
    endsAt: null,
    signInFailure: null,
    remembered: true,
    leftBehind: null,
    turn: 0,
  },
  marker: 'kept',
  events: [
    {
      id: 1,
      at: Date.parse('2026-09-01T07:00:00Z'),
      times: 3,
      lastAt: Date.parse('2026-09-01T07:30:00Z'),
      happening: {
        kind: 'session',
        event: 'unanswered',
        state: 'unreachable',
        cause: { kind: 'server', host: 'gateway.example', status: 502 },
      },
    },
  ],
  log: ['2026-09-01T07:00:00.000Z info session: unanswered, now unreachable'],
};

test('it tells versions, deployment, settings, state, events and the end of the log', () => {
  const report = reportOf(facts);
  for (const line of [
    'Staffroom: 0.1.0',
    'Chromium: 130.0.1',
    'System: linux 6.1.0 x64',
    'id: Wuhan-No1-Middle-School-2025',
    'name: 武汉市第一中学',
    'gateway: gateway.example',
    'login.page: sso.example',
    'app.appKey: yes',
    'messages.feedUrl: no',
    'messages.platformCode: yes',
    'Theme: dark',
    'Mark a message as read: Only manually',
    'Notifications of new messages: on',
    'Quiet hours: 22:00–07:00',
    'Sign-in state: Signed in',
    'Sign-in saved: yes',
    ...facts.log,
  ]) {
    expect(report.split('\n')).toContain(line);
  }
  expect(report).toMatch(/^2026-09-01T07:00:00\.000Z .*HTTP 502.* \(3 times, .*07:30:00\.000Z\)$/m);
});

test('it is in the language of the person who reads it before she sends it', () => {
  const report = reportOf({ ...facts, settings: { ...facts.settings, languageInUse: 'zh-CN' } });
  expect(report).toContain('心跳没有得到回应。');
  expect(report).toContain('武汉市第一中学');
});

test('a sign-in counts as saved only where the keychain keeps one', () => {
  const savedIn = (changed: Partial<ReportFacts>) =>
    /^Sign-in saved: (.*)$/m.exec(reportOf({ ...facts, ...changed }))?.[1];
  expect(savedIn({})).toBe('yes');
  // After a sign-out, and on a shared computer.
  expect(savedIn({ marker: 'nothing' })).toBe('no');
  expect(savedIn({ marker: 'to-remove' })).toBe('no');
  // The keychain refused.
  expect(savedIn({ session: { ...facts.session, remembered: false } })).toBe('no');
});

test('of what is secret in the deployment file it tells only that it is set', () => {
  const report = reportOf(facts);
  for (const secret of ['the-appKey', 'the-sysCode', 'the-platformCode', 'school=7']) {
    expect(report).not.toContain(secret);
  }
});

test('a file that is wrong is told by field and expectation', () => {
  const report = reportOf({
    ...facts,
    deployment: {
      kind: 'wrong',
      source: 'imported',
      path: '/home/xiabing/deployment.json',
      problems: [{ field: 'app.appId', expected: 'text' }],
    },
  });
  expect(report).toContain('app.appId: some text, not empty');
  expect(report).not.toContain('xiabing');
});

test('a secret that an older log or a deployment’s name holds does not come out', () => {
  const secret = fc.oneof(
    fc.uuid(),
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 64 }),
  );
  fc.assert(
    fc.property(secret, (planted) => {
      const report = reportOf({
        ...facts,
        deployment: {
          kind: 'ready',
          source: 'machine',
          deployment: { ...deployment, name: planted },
          unknownFields: [planted],
        },
        versions: { ...facts.versions, system: planted },
        log: [`info ${planted}`, `https://a.example/${planted}?t=${planted}`, `t=${planted}`],
      });
      expect(report).not.toContain(planted);
    }),
  );
});
