import { describe, expect, test } from 'vitest';
import { openEnvelope, payload, rejected } from './envelope';
import { opened } from './practice';

describe('the envelope', () => {
  test.each([
    [{ retCode: '000000', retDesc: 'success' }, 'success'],
    [{ code: '000000', message: '请求成功' }, '请求成功'],
    [{ code: 0, message: null }, ''],
    [{ retCode: '', code: ' 000000 ' }, ''],
  ])('%j is a success', (answer, words) => {
    expect(openEnvelope(answer)).toMatchObject({ ok: true, value: { code: '000000', words } });
  });

  test('may have its code as a number', () => {
    expect(opened({ code: 100000 }).code).toBe('100000');
  });

  test.each([{}, [], { code: '' }, { code: {} }, null, ''])(
    'without a code, %j, is named',
    (answer) => {
      expect(openEnvelope(answer)).toEqual({
        ok: false,
        failure: { kind: 'malformed', field: 'code', problem: 'neither code nor retCode' },
      });
    },
  );

  test.each([42, 'text', [1], true])('is not %j', (answer) => {
    expect(openEnvelope(answer)).toEqual({
      ok: false,
      failure: { kind: 'malformed', field: '(body)', problem: 'expected an object' },
    });
  });
});

test('a part is found under the first of its names that is set', () => {
  const answer = opened({ code: '000000', tokenInfo: [], data: { accessToken: 'a' } });
  expect(payload(answer, ['tokenInfo', 'data'])).toEqual({
    at: 'data',
    value: { accessToken: 'a' },
  });
  expect(payload(answer, ['userInfo', 'result']).at).toBe('userInfo');
});

test('what the platform says of a refusal is passed on without secrets', () => {
  const answer = opened({ retCode: '100401-s3cret', retDesc: 'bad s3cret\n' });
  expect(rejected(answer, ['s3cret'])).toEqual({
    kind: 'rejected',
    code: '100401-…',
    text: 'bad …',
  });
});
