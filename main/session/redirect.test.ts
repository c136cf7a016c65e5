import { expect, test } from 'vitest';
import { isRedirect, readRedirect } from './redirect';

const registered = 'https://school.example/signed-in?app=7';

test.each([
  'https://school.example/signed-in?app=7&personId=p&oauthCode=c',
  'https://school.example:443/signed-in?oauthCode=c&app=7#top',
])('%s is the registered redirect', (address) => {
  expect(isRedirect(address, registered)).toBe(true);
});

test.each([
  'http://school.example/signed-in?app=7',
  'https://school.example/signed-in/more?app=7',
  'https://school.example/signed-in',
  'https://school.example.evil.example/signed-in?app=7',
  'https://school.example@evil.example/signed-in?app=7',
  'https://user@school.example/signed-in?app=7',
  'https://school.example:8443/signed-in?app=7',
  'not an address',
])('%s is somebody else’s page', (address) => {
  expect(isRedirect(address, registered)).toBe(false);
});

test('what the redirect names is read; both spellings of the session id are', () => {
  expect(readRedirect('https://s.example/?personId=p&oauthCode=c&usessionId=u&ticket=t')).toEqual({
    personId: 'p',
    oauthCode: 'c',
    sessionId: 'u',
    ticket: 't',
  });
});

test('what is missing or blank is null', () => {
  expect(readRedirect('https://s.example/?personId=%20&usession_id=')).toEqual({
    personId: null,
    oauthCode: null,
    sessionId: null,
    ticket: null,
  });
});
