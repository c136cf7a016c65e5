import { describe, expect, test } from 'vitest';
import documented from './fixtures/heartbeat.documented.json';
import { decodeHeartbeat } from './heartbeat';
import { opened } from './practice';

const decoded = (answer: unknown) => decodeHeartbeat(opened(answer), ['the-session-id']);
const displaced = (result: unknown) => decoded({ code: '110000', message: '重复登录', result });

test("the document's example is alive", () => {
  expect(decoded(documented)).toEqual({
    ok: true,
    value: {
      kind: 'alive',
      personId: 'cebe65e0-6013-11e9-9fd4-0200f7764488',
      organisationId: '42675838-5ff8-11e9-b985-0200f7efd26a',
    },
  });
});

describe('what may be left out', () => {
  test.each([
    [undefined, null, null],
    [[], null, null],
    [{ user_id: 'p' }, 'p', null],
    [{ user_id: 7, other: [] }, '7', null],
    [{ user_id: 'p', other: { top_org_id: '' } }, 'p', null],
    [{ user_id: 'p', other: 'none' }, 'p', null],
    [{ other: { top_org_id: 9 } }, null, '9'],
  ])('result %j', (result, personId, organisationId) => {
    expect(decoded({ code: 0, result })).toEqual({
      ok: true,
      value: { kind: 'alive', personId, organisationId },
    });
  });
});

test('a result that is none is named', () => {
  expect(decoded({ code: '000000', result: 'alive' })).toEqual({
    ok: false,
    failure: { kind: 'malformed', field: 'result', problem: 'expected an object' },
  });
});

test.each(['100000', 100000])('code %j says that the session is gone', (code) => {
  expect(decoded({ code, message: '心跳失败' })).toEqual({ ok: true, value: { kind: 'gone' } });
});

describe('the log of a repeated login', () => {
  test.each([
    ['absent', undefined, []],
    ['empty', [], []],
    [
      'of one entry',
      { login_ip: '10.0.0.7', login_time: 1555385498 },
      ['login_ip: 10.0.0.7, login_time: 1555385498'],
    ],
    ['of several', [{ ip: '10.0.0.7' }, '在别处登录', null], ['ip: 10.0.0.7', '在别处登录']],
    ['inside an object', { total: 1, logs: [{ ip: '10.0.0.7' }] }, ['ip: 10.0.0.7']],
    ['of words', '在别处登录', ['在别处登录']],
  ])('%s', (_what, result, log) => {
    expect(displaced(result)).toEqual({ ok: true, value: { kind: 'displaced', log } });
  });

  test('tells no session, token or secret', () => {
    const entry = { usession_id: 'other-session', accessToken: 't', place: 'at the-session-id' };
    expect(displaced([entry])).toEqual({
      ok: true,
      value: { kind: 'displaced', log: ['place: at …'] },
    });
  });

  test('is not longer than twenty lines', () => {
    const result = displaced(Array.from({ length: 30 }, (_, index) => `line ${index}`));
    expect(result).toMatchObject({ ok: true, value: { log: { length: 20 } } });
  });
});
