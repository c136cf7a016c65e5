import { describe, expect, test } from 'vitest';
import documented from './fixtures/get-oauth-token.documented.json';
import { decodeOauthToken } from './oauthToken';
import { opened } from './practice';

const token = 'bec21f569fb7e183205f94497ecbe9c5';

const decoded = (answer: unknown) => decodeOauthToken(opened(answer));

test("the document's example", () => {
  expect(decoded(documented)).toEqual({ ok: true, value: { token, expiresAt: 1602052142464 } });
});

describe('the expiry', () => {
  test.each([
    ['1602052142464', 1602052142464],
    ['1602052142', 1602052142000],
    ['0', null],
    ['', null],
    ['soon', null],
    [undefined, null],
  ])('%j is %j', (expiry, expiresAt) => {
    const answer = { code: '000000', result: { oauthToken: token, expiry } };
    expect(decoded(answer)).toEqual({ ok: true, value: { token, expiresAt } });
  });
});

test.each([
  [{ retCode: '000000' }, 'data'],
  [{ retCode: '000000', data: [] }, 'data'],
  [{ retCode: '000000', data: { expiry: 1 } }, 'data.oauthToken'],
  [{ retCode: '000000', data: { oauthToken: { a: 1 } } }, 'data.oauthToken'],
  [{ code: '000000', result: { oauthToken: '', expiry: 1 } }, 'result.oauthToken'],
])('of %j the field at fault is %s', (answer, field) => {
  expect(decoded(answer)).toMatchObject({ ok: false, failure: { kind: 'malformed', field } });
});
