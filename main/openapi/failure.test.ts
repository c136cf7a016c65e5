import { describe, expect, test } from 'vitest';
import type { Failure } from '../../preload/contract';
import { networkFailure } from './failure';

const host = 'gateway.example';
const attempt = { host, afterMs: 1234, limitBytes: 99, issuer: 'Some CA' };

const refused = (how: 'refused' | 'reset' | 'unreachable'): Failure => ({
  kind: 'refused',
  host,
  how,
});

const tls = (reason: string, issuer: string | null): Failure => ({
  kind: 'tls',
  host,
  reason,
  issuer,
});

/** As axios passes on what an Electron session's fetch throws. */
const ofChromium = (name: string) =>
  Object.assign(new Error(`net::${name}`), { isAxiosError: true });

/** As axios passes on what Node's fetch throws. */
const ofNode = (code: string) =>
  new Error('Network Error', {
    cause: new TypeError('fetch failed', { cause: Object.assign(new Error('why'), { code }) }),
  });

describe("Chromium's names", () => {
  test.each<[string, Failure]>([
    ['ERR_INTERNET_DISCONNECTED', { kind: 'offline' }],
    ['ERR_NAME_NOT_RESOLVED', { kind: 'dns', host }],
    ['ERR_DNS_TIMED_OUT', { kind: 'dns', host }],
    ['ERR_CONNECTION_REFUSED', refused('refused')],
    ['ERR_CONNECTION_RESET', refused('reset')],
    ['ERR_CONNECTION_CLOSED', refused('reset')],
    ['ERR_EMPTY_RESPONSE', refused('reset')],
    ['ERR_NETWORK_CHANGED', refused('reset')],
    ['ERR_CONTENT_LENGTH_MISMATCH', refused('reset')],
    ['ERR_INCOMPLETE_CHUNKED_ENCODING', refused('reset')],
    ['ERR_HTTP2_PROTOCOL_ERROR', refused('reset')],
    ['ERR_ADDRESS_UNREACHABLE', refused('unreachable')],
    ['ERR_FAILED', refused('unreachable')],
    ['ERR_CONNECTION_TIMED_OUT', { kind: 'timeout', host, afterMs: 1234 }],
    ['ERR_TIMED_OUT', { kind: 'timeout', host, afterMs: 1234 }],
    ['ERR_PROXY_CONNECTION_FAILED', { kind: 'proxy' }],
    ['ERR_TUNNEL_CONNECTION_FAILED', { kind: 'proxy' }],
    ['ERR_SOCKS_CONNECTION_FAILED', { kind: 'proxy' }],
    ['ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', { kind: 'proxy' }],
    ['ERR_PROXY_CERTIFICATE_INVALID', { kind: 'proxy' }],
    ['ERR_CERT_AUTHORITY_INVALID', tls('CERT_AUTHORITY_INVALID', 'Some CA')],
    ['ERR_CERT_DATE_INVALID', tls('CERT_DATE_INVALID', 'Some CA')],
    ['ERR_SSL_PROTOCOL_ERROR', tls('SSL_PROTOCOL_ERROR', null)],
    ['ERR_INVALID_HTTP_RESPONSE', { kind: 'not-the-platform', host }],
  ])('%s is %j', (name, failure) => {
    expect(networkFailure(ofChromium(name), attempt)).toEqual(failure);
  });
});

describe("Node's codes", () => {
  test.each<[string, Failure]>([
    ['ENOTFOUND', { kind: 'dns', host }],
    ['EAI_AGAIN', { kind: 'dns', host }],
    ['ECONNREFUSED', refused('refused')],
    ['ECONNRESET', refused('reset')],
    ['EPIPE', refused('reset')],
    ['UND_ERR_SOCKET', refused('reset')],
    ['EHOSTUNREACH', refused('unreachable')],
    ['ENETUNREACH', refused('unreachable')],
    ['ENETDOWN', { kind: 'offline' }],
    ['ETIMEDOUT', { kind: 'timeout', host, afterMs: 1234 }],
    ['UND_ERR_CONNECT_TIMEOUT', { kind: 'timeout', host, afterMs: 1234 }],
    ['CERT_HAS_EXPIRED', tls('CERT_HAS_EXPIRED', null)],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', tls('DEPTH_ZERO_SELF_SIGNED_CERT', null)],
    ['HPE_INVALID_CONSTANT', { kind: 'not-the-platform', host }],
    ['ESOMETHING', refused('unreachable')],
  ])('%s is %j', (code, failure) => {
    expect(networkFailure(ofNode(code), attempt)).toEqual(failure);
  });
});

test.each(["Attempted to redirect, but redirect policy was 'error'", 'unexpected redirect'])(
  'a redirect that was refused (%s) is not the platform',
  (message) => {
    const error = new TypeError('fetch failed', { cause: new Error(message) });
    expect(networkFailure(error, attempt)).toEqual({ kind: 'not-the-platform', host });
  },
);

test('an answer of too many bytes names the limit', () => {
  const error = new Error('maxContentLength size of 99 exceeded');
  expect(networkFailure(error, attempt)).toEqual({ kind: 'too-large', host, limitBytes: 99 });
});

test('errors that name each other as their cause come to an end', () => {
  const one = new Error('one');
  one.cause = new Error('other', { cause: one });
  expect(networkFailure(one, attempt)).toEqual(refused('unreachable'));
});

test.each([undefined, null, 'text', 42])('what is thrown may be %j', (thrown) => {
  expect(networkFailure(thrown, attempt)).toEqual(refused('unreachable'));
});
