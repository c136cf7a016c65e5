import { describe, expect, test } from 'vitest';
import { decodeAccessToken } from './accessTokenCall';
import { opened } from './practice';

const decoded = (content: object) => decodeAccessToken(opened({ retCode: '000000', ...content }));

describe('an access token', () => {
  test.each([
    ['tokenInfo', 1602052142464, 1602052142464],
    ['data', '1602052142', 1602052142000],
    ['result', '', null],
    ['tokenInfo', undefined, null],
    ['tokenInfo', 'tomorrow', null],
  ])('in %s with validTime %j ends at %j', (name, validTime, expiresAt) => {
    expect(decoded({ [name]: { accessToken: 'a', validTime } })).toEqual({
      ok: true,
      value: { token: 'a', expiresAt },
    });
  });

  test.each([
    [{}, 'tokenInfo'],
    [{ data: { validTime: 1 } }, 'data.accessToken'],
    [{ tokenInfo: { accessToken: null } }, 'tokenInfo.accessToken'],
  ])('of %j the field at fault is %s', (content, field) => {
    expect(decoded(content)).toMatchObject({ ok: false, failure: { kind: 'malformed', field } });
  });
});
