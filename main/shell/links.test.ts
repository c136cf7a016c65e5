import fc from 'fast-check';
import { expect, test } from 'vitest';
import { browserAddress, networkSignInAddress, openLink } from './links';

test.each([
  ['https://school.example/a?b=1#c', 'https://school.example/a?b=1#c'],
  ['HTTP://School.example', 'http://school.example/'],
  ['https://例子.example/', 'https://xn--fsqu00a.example/'],
  ['https://bank.example:secret@evil.example/', 'https://evil.example/'],
  ['https://bank.example\\@evil.example/', 'https://bank.example/@evil.example/'],
  ['https:\\\\evil.example', 'https://evil.example/'],
])('%s goes to the browser as %s', (address, href) => {
  expect(browserAddress(address)).toBe(href);
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'smb://host/share',
  'ms-msdt:/id',
  'mailto:a@b.example',
  'school.example',
  '',
])('%j goes nowhere', async (address) => {
  const outcome = await openLink(address, () => Promise.reject(new Error('must not be asked')));
  expect(outcome).toEqual({ ok: false, failure: { kind: 'invalid-argument', argument: 'url' } });
});

test('whatever is asked for, only http and https leave the app', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string()), (address) => {
      expect(browserAddress(address) ?? 'https://').toMatch(/^https?:\/\//);
    }),
  );
});

test.each([
  ['gateway.example', 'http://gateway.example/'],
  ['gateway.example:8443', 'http://gateway.example/'],
  ['[::1]:8443', 'http://[::1]/'],
])('the network’s sign-in page is looked for behind %s at %s', (host, address) => {
  expect(networkSignInAddress(host)).toBe(address);
});

test('a system that opens nothing is a failure of its own', async () => {
  const outcome = await openLink('https://school.example', () => Promise.reject(new Error('none')));
  expect(outcome).toEqual({ ok: false, failure: { kind: 'no-browser' } });
});
