import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Failure, FailureKind } from '../../preload/contract';
import { harmless } from './harmless';

const hosts = new Set(['gateway.example']);

/** Each kind with the same text in every field that could hold one; the compiler asks for new ones. */
const failuresWith = (text: string): { readonly [Kind in FailureKind]: Failure } => ({
  offline: { kind: 'offline' },
  timeout: { kind: 'timeout', host: text, afterMs: 10_012 },
  dns: { kind: 'dns', host: text },
  refused: { kind: 'refused', host: text, how: 'reset' },
  proxy: { kind: 'proxy' },
  'proxy-password': { kind: 'proxy-password' },
  tls: { kind: 'tls', host: text, reason: text, issuer: text },
  'not-the-platform': { kind: 'not-the-platform', host: text },
  'http-status': { kind: 'http-status', host: text, status: 404 },
  server: { kind: 'server', host: text, status: 502 },
  rejected: { kind: 'rejected', code: text, text },
  malformed: { kind: 'malformed', field: text, problem: text },
  'too-large': { kind: 'too-large', host: text, limitBytes: 1 },
  keychain: { kind: 'keychain', problem: 'locked' },
  'no-app-key': { kind: 'no-app-key' },
  storage: { kind: 'storage' },
  'locked-by-policy': { kind: 'locked-by-policy' },
  'not-forgotten': { kind: 'not-forgotten' },
  file: { kind: 'file', why: 'no-room' },
  cancelled: { kind: 'cancelled' },
  'invalid-argument': { kind: 'invalid-argument', argument: text },
  picture: { kind: 'picture', host: text, why: 'not-https' },
  update: { kind: 'update', why: 'unsigned' },
  'wrong-person': { kind: 'wrong-person' },
  'no-file-manager': { kind: 'no-file-manager' },
  'no-browser': { kind: 'no-browser' },
  'fixed-deployment': { kind: 'fixed-deployment', by: 'machine' },
  'wrong-file': { kind: 'wrong-file', problems: [{ field: text, expected: 'text' }] },
  internal: { kind: 'internal' },
  'not-ready': { kind: 'not-ready', needs: 'feed' },
});

test('a planted secret comes out of no field of any failure', () => {
  const planted = fc.oneof(
    fc.uuid(),
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 32 }),
    fc.constantFrom('夏冰', '武汉小学', '13800138000', 'xia.bing@school.example', '令牌 abc'),
  );
  fc.assert(
    fc.property(planted, (secret) => {
      for (const failure of Object.values(failuresWith(secret))) {
        expect(JSON.stringify(harmless(failure, hosts))).not.toContain(secret);
      }
    }),
  );
});

test('its kind and its numbers stay, and hosts of the deployment', () => {
  for (const failure of Object.values(failuresWith('gateway.example'))) {
    const said = harmless(failure, hosts);
    expect(said.kind).toBe(failure.kind);
    if ('host' in failure) expect(said).toHaveProperty('host', 'gateway.example');
    if ('status' in failure) expect(said).toHaveProperty('status', failure.status);
  }
});

test('the platform’s code stays and its words do not', () => {
  const failure: Failure = { kind: 'rejected', code: '100401', text: '夏冰的令牌已失效' };
  expect(harmless(failure, hosts)).toEqual({ kind: 'rejected', code: '100401', text: '' });
});

test('Chromium’s name of what is wrong with a certificate stays, its issuer does not', () => {
  const reason = 'CERT_DATE_INVALID';
  const failure: Failure = { kind: 'tls', host: 'gateway.example', reason, issuer: '夏冰 CA' };
  expect(harmless(failure, hosts)).toEqual({ ...failure, issuer: null });
});

test('times of waiting are told to the second, so that the same again is seen to be the same', () => {
  const failure: Failure = { kind: 'timeout', host: 'gateway.example', afterMs: 10_012 };
  expect(harmless(failure, hosts)).toEqual({ ...failure, afterMs: 10_000 });
});
