import { beforeEach, expect, test } from 'vitest';
import { type CertificateIssuers, createCertificateIssuers } from './certificateIssuers';

let issuers: CertificateIssuers;
/** What Chromium is told of a certificate that it has looked at. */
let verdicts: number[];
let look: (hostname: string, issuerName: string, errorCode: number) => void;

const untrusted = -202;

beforeEach(() => {
  verdicts = [];
  issuers = createCertificateIssuers();
  issuers.watch({
    setCertificateVerifyProc(verify) {
      look = (hostname, issuerName, errorCode) =>
        verify({ hostname, certificate: { issuerName }, errorCode }, (verdict) => {
          verdicts.push(verdict);
        });
    },
  });
});

test('the issuer of a refused certificate is known by its host, whatever the port', () => {
  look('gateway.example', 'School Proxy CA', untrusted);
  expect(issuers.issuerOf('gateway.example')).toBe('School Proxy CA');
  expect(issuers.issuerOf('gateway.example:8443')).toBe('School Proxy CA');
  expect(issuers.issuerOf('other.example')).toBeNull();
});

test('an IPv6 address is found as URLs write it', () => {
  look('::1', 'School Proxy CA', untrusted);
  expect(issuers.issuerOf('[::1]:8443')).toBe('School Proxy CA');
  expect(issuers.issuerOf('[::1]')).toBe('School Proxy CA');
});

test('Chromium’s own verdict stands, on good certificates and bad ones', () => {
  look('good.example', 'A', 0);
  look('bad.example', 'B', untrusted);
  expect(verdicts).toEqual([-3, -3]);
  expect(issuers.issuerOf('good.example')).toBeNull();
});

test('a good certificate takes the place of a refused one', () => {
  look('gateway.example', 'A', untrusted);
  look('gateway.example', 'B', 0);
  expect(issuers.issuerOf('gateway.example')).toBeNull();
});

test.each([
  ['a line', 'CA\r\nof two', 'CA of two'],
  ['its direction', 'CA\u202E\u2066evil', 'CA evil'],
  ['sixty-four characters', '校'.repeat(1000), '校'.repeat(64)],
])('a name cannot go beyond %s', (_what, name, shown) => {
  look('gateway.example', name, untrusted);
  expect(issuers.issuerOf('gateway.example')).toBe(shown);
});

test('a name of nothing is none', () => {
  look('gateway.example', '\u200B', untrusted);
  expect(issuers.issuerOf('gateway.example')).toBeNull();
});

test('a page that asks hosts without end leaves the last hundred known', () => {
  for (let each = 0; each < 150; each += 1) look(`h${each}.example`, 'CA', untrusted);
  expect(issuers.issuerOf('h49.example')).toBeNull();
  expect(issuers.issuerOf('h50.example')).toBe('CA');
  expect(issuers.issuerOf('h149.example')).toBe('CA');
});
