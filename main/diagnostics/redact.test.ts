import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact } from './redact';

const hexDigit = fc.constantFrom(...'0123456789abcdef');
const joined = (of: fc.Arbitrary<string>, minLength: number, maxLength: number) =>
  fc.array(of, { minLength, maxLength }).map((parts) => parts.join(''));
const base64 = fc
  .uint8Array({ minLength: 24, maxLength: 64 })
  .map((bytes) => Buffer.from(bytes).toString('base64'))
  // One in a thousand has no figure at all, and looks like a word.
  .filter((text) => /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text));

const secret = fc.oneof(
  fc.uuid(),
  joined(hexDigit, 16, 64),
  joined(hexDigit, 16, 64).map((text) => text.toUpperCase()),
  base64.filter((text) => /^[A-Za-z0-9+/_-]{20,}/.test(text)),
  fc.constantFrom('13800138000', '420106198603141234', '42010619860314123X'),
);
const around = fc.constantFrom('', ' ', '"', '(', ': ', ', ', '=', '\n', ' token=', '令牌');

test('whatever looks like a secret or a number of a person is gone, wherever it stands', () => {
  fc.assert(
    fc.property(around, secret, around, (before, planted, after) => {
      expect(redact(`the session${before}${planted}${after}`)).not.toContain(planted);
    }),
  );
});

test('an address keeps its origin and nothing else', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const { origin } = new URL(address);
      const [, authority] = /^https?:\/\/([^/?#]*)/.exec(address) ?? [];
      expect(redact(`went to ${address} then`)).toBe(
        `went to ${origin.split('//')[0]}//${authority}/… then`,
      );
    }),
  );
});

test.each([
  ['a token in a query without an address', '/login?usession_id=abc&x=1', 'abc'],
  ['a token in a form', 'accessToken=short next', 'short'],
  ['a token in JSON', '{"oauthToken":"short"}', 'short'],
  ['a header', 'Authorization: Bearer short', 'short'],
  ['an e-mail address', 'sent to xia.bing@school.example', 'xia.bing'],
  ['a user name and password in an address', 'http://xia:secret@school.example/', 'secret'],
  ['the owner of a home folder', 'at /home/xiabing/app/index.js', 'xiabing'],
  ['the owner of a home folder on Windows', 'C:\\Users\\xiabing\\AppData', 'xiabing'],
])('%s is gone', (_words, text, planted) => {
  expect(redact(text)).not.toContain(planted);
});

test.each([
  'session: unanswered, now unreachable; server host=sso.wuhan-no1.example.edu.cn status=502',
  'session: unanswered, now unreachable; tls host=a.example:8443 reason=CERT_AUTHORITY_INVALID',
  'session: unanswered, now unreachable; rejected code=100401',
  'app: started, 0.1.0 on Electron 33.2.1, Chromium 130.0.6723.137, linux 6.1.0-30-amd64 x64',
  '2026-09-01T08:00:00.000Z info keychain: read: locked',
  'feed: unusable: result.messages[3].body.msgtype',
  '心跳没有得到回应。 sso.example 在 10 秒内没有回应。',
  '/Library/Application Support/Staffroom/deployment.json',
])('what helps to find a fault stays: %s', (line) => {
  expect(redact(line)).toBe(line);
});

test('a word that is known to be none stays', () => {
  const id = 'Wuhan-No1-Middle-School-2025';
  expect(redact(`id: ${id}`)).toBe('id: …');
  expect(redact(`id: ${id}`, new Set([id]))).toBe(`id: ${id}`);
});
