import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Fault, type Gateway, startGateway } from './index';
import { classTeacher } from './people/classTeacher';
import { type SignedIn, Visitor } from './visitor';

let gateway: Gateway;
let visitor: Visitor;
let signedIn: SignedIn;
beforeEach(async () => {
  gateway = await startGateway();
  visitor = await Visitor.withAccessToken(gateway);
  signedIn = await visitor.signIn(classTeacher);
});
afterEach(() => gateway.close());

const beat = () =>
  fetch(visitor.address('/user/openapi/user/heartbeat', { usession_id: signedIn.sessionId }));

async function beatUnder(...faults: readonly Fault[]): Promise<Response> {
  for (const fault of faults) gateway.fault('heartbeat', fault);
  return beat();
}

const json = async (response: Response) => (await response.json()) as Record<string, unknown>;

describe('a call that waits', () => {
  test('is answered after its delay', async () => {
    const before = Date.now();
    await (await beatUnder({ kind: 'delay', ms: 60 })).text();
    // Timers of Node may fire up to a millisecond early.
    expect(Date.now() - before).toBeGreaterThanOrEqual(59);
  });

  test('is silent until it is released', async () => {
    gateway.fault('heartbeat', { kind: 'hold', times: 1 });
    const held = beat();
    const [arrived] = await gateway.until('heartbeat', 1, { until: 'arrived' });
    expect(arrived?.outcome).toEqual({ kind: 'pending' });
    gateway.release();
    expect((await held).status).toBe(200);
  });

  test.each<Fault>([{ kind: 'hold' }, { kind: 'delay', ms: 600_000 }])(
    'by $kind is cut off at once when the platform closes',
    async (fault) => {
      gateway.fault('heartbeat', fault);
      const waiting = expect(beat()).rejects.toThrow('fetch failed');
      await gateway.until('heartbeat', 1, { until: 'arrived' });
      await gateway.close();
      await waiting;
      gateway = await startGateway();
    },
  );
});

describe('something else that answers', () => {
  test('may be nobody: the connection is reset, and the call not carried out', async () => {
    gateway.fault('mark-messages', { kind: 'reset' });
    const [message] = gateway.messages(classTeacher.personId);
    const mark = { publisherId: classTeacher.personId, msgId: [message?.msgId], isRead: 0 };
    await expect(visitor.mark(mark)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(gateway.messages(classTeacher.personId)[0]?.isRead).toBe(1);
    expect((await gateway.until('mark-messages', 1))[0]?.outcome).toEqual({ kind: 'reset' });
  });

  test('may be nobody after the call was carried out', async () => {
    gateway.fault('mark-messages', { kind: 'reset', after: 'work' });
    const [message] = gateway.messages(classTeacher.personId);
    const mark = { publisherId: classTeacher.personId, msgId: [message?.msgId], isRead: 0 };
    await expect(visitor.mark(mark)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(gateway.messages(classTeacher.personId)[0]?.isRead).toBe(0);
  });

  test.each<[Fault, number]>([
    [{ kind: 'bad-gateway' }, 502],
    [{ kind: 'captive-portal' }, 200],
  ])('may be a page: %j', async (fault, status) => {
    const response = await beatUnder(fault);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('</html>');
  });

  test('may be the platform with an error in the envelope of that call', async () => {
    const fault: Fault = { kind: 'envelope', code: '999999', text: '系统繁忙' };
    gateway.fault('all', fault);
    expect(await json(await beat())).toEqual({ code: '999999', message: '系统繁忙' });
    expect((await visitor.mark({})).json).toEqual({ retCode: '999999', retDesc: '系统繁忙' });
  });

  test.each<[Fault, number]>([
    [{ kind: 'token-refused', how: 'envelope' }, 200],
    [{ kind: 'token-refused', how: 'http-401' }, 401],
  ])('may refuse a good access token: %j', async (fault, status) => {
    const response = await beatUnder(fault);
    expect([response.status, (await json(response)).code]).toEqual([status, '100401']);
  });

  test.each([204, 403, 503])('may have status %i', async (status) => {
    expect((await beatUnder({ kind: 'status', status })).status).toBe(status);
  });

  test('may say anything', async () => {
    const fault: Fault = { kind: 'status', status: 200, body: '"no"', contentType: 'text/json' };
    const response = await beatUnder(fault);
    expect([response.headers.get('content-type'), await response.text()]).toEqual([
      'text/json',
      '"no"',
    ]);
  });
});

describe("the platform's own answer", () => {
  test('may be empty', async () => {
    expect(await (await beatUnder({ kind: 'empty' })).text()).toBe('');
  });

  test('may be cut off in the middle', async () => {
    const text = await (await beatUnder({ kind: 'truncated' })).text();
    expect(text).toContain('"code":"000000"');
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  test('may be larger than anybody wants, and still JSON', async () => {
    const text = await (await beatUnder({ kind: 'oversized', bytes: 6_000_000 })).text();
    expect(Buffer.byteLength(text)).toBe(6_000_000);
    expect(JSON.parse(text)).toMatchObject({ code: '000000' });
  });

  test('may spell its fields otherwise', async () => {
    const names = { retCode: 'code', retDesc: 'message', tokenInfo: 'data' };
    gateway.fault('access-token', { kind: 'renamed', names });
    expect((await visitor.askAccessToken()).json).toMatchObject({
      code: '000000',
      message: expect.any(String),
      data: { accessToken: expect.any(String) },
    });
  });

  test('may have numbers as strings', async () => {
    gateway.fault('access-token', { kind: 'numbers-as-strings' });
    expect((await visitor.askAccessToken()).json).toMatchObject({
      tokenInfo: { validTime: expect.stringMatching(/^\d{13}$/) },
    });
  });

  test('may have strings as numbers, but never its code', async () => {
    gateway.fault('user-info', { kind: 'strings-as-numbers' });
    const { json } = await visitor.get('/user/openapi/user/get-user-info', {
      user_id: classTeacher.personId,
    });
    expect(json).toMatchObject({ code: '000000', result: { gender: 2, status: 1 } });
  });

  test('may have a list in the place of an object', async () => {
    const answer = await json(await beatUnder({ kind: 'emptied', fields: ['other'] }));
    expect(answer).toMatchObject({ result: { user_id: classTeacher.personId, other: [] } });
  });

  test('may have its times in seconds', async () => {
    gateway.fault('access-token', { kind: 'in-seconds', fields: ['validTime'] });
    const { tokenInfo } = (await visitor.askAccessToken()).json;
    expect(String((tokenInfo as { validTime: number }).validTime)).toMatch(/^\d{10}$/);
  });

  test('may lack a field, have another, or have it otherwise', async () => {
    const patch = { message: null, trace: 'a1', result: { user_id: 7 } };
    expect(await json(await beatUnder({ kind: 'merged', patch }))).toMatchObject({
      code: '000000',
      trace: 'a1',
      result: { user_id: 7, usession_id: signedIn.sessionId },
    });
    expect(await json(await beat())).not.toHaveProperty('message');
  });

  test('may carry a wrong time', async () => {
    const response = await beatUnder({ kind: 'date-skewed', seconds: -3600 });
    const behind = Date.now() - Date.parse(response.headers.get('date') ?? '');
    expect(Math.round(behind / 60_000)).toBe(60);
  });
});

describe('a fault', () => {
  test('is played as many times as it says', async () => {
    gateway.fault('heartbeat', { kind: 'bad-gateway', times: 2 });
    const statuses = [(await beat()).status, (await beat()).status, (await beat()).status];
    expect(statuses).toEqual([502, 502, 200]);
  });

  test('is played on its call only', async () => {
    gateway.fault('feed', { kind: 'bad-gateway' });
    expect((await beat()).status).toBe(200);
  });

  test('is played until it is cleared', async () => {
    expect((await beatUnder({ kind: 'bad-gateway' })).status).toBe(502);
    gateway.clearFaults();
    expect((await beat()).status).toBe(200);
  });

  test('is named in the journal', async () => {
    await beatUnder({ kind: 'delay', ms: 1 }, { kind: 'bad-gateway' });
    const [entry] = await gateway.until('heartbeat', 1);
    expect(entry?.faults).toEqual(['delay', 'bad-gateway']);
  });
});

test('a platform that is down refuses connections, and is back with all it knew', async () => {
  gateway.fault('heartbeat', { kind: 'hold', times: 1 });
  const cutOff = expect(beat()).rejects.toThrow('fetch failed');
  await gateway.until('heartbeat', 1, { until: 'arrived' });
  await gateway.down();
  await cutOff;
  await expect(beat()).rejects.toThrow('fetch failed');
  await gateway.up();
  expect(await json(await beat())).toMatchObject({ code: '000000' });
});
