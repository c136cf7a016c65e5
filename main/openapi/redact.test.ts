import { expect, test } from 'vitest';
import { jsonWithoutSecrets, quote } from './redact';

test('a secret that a server echoes is replaced, percent-encoded too', () => {
  const words = 'token a+b/c= refused (accessToken=a%2Bb%2Fc%3D)';
  expect(quote(words, ['a+b/c='])).toBe('token … refused (accessToken=…)');
});

test('a secret at the edge of what is kept leaves no beginning of itself', () => {
  expect(quote(`${'字'.repeat(198)}secret-value`, ['secret-value'])).toBe(`${'字'.repeat(198)}…`);
});

test('200 characters are kept, and none is cut in half', () => {
  expect(quote('😀'.repeat(300), [])).toBe('😀'.repeat(200));
});

test('control characters and those that turn the reading direction are gone', () => {
  expect(quote('a\u0000b\r\nc\u202Ed\u2028e', [])).toBe('a b c d e');
});

test('JSON is kept without the fields whose names say that they are secret', () => {
  const sent = { usession_id: 's', nested: [{ accessToken: 't', place: '武汉' }], password: 'p' };
  expect(jsonWithoutSecrets(sent)).toBe('{"nested":[{"place":"武汉"}]}');
});

test('nesting that JSON cannot write is no reason to fail', () => {
  const depth = 200_000;
  const nested: unknown = JSON.parse('['.repeat(depth) + ']'.repeat(depth));
  expect(jsonWithoutSecrets(nested)).toBe('…');
});
