import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from './index';
import { classTeacher } from './people/classTeacher';
import { Visitor } from './visitor';

let gateway: Gateway;
let visitor: Visitor;
beforeEach(async () => {
  gateway = await startGateway();
  visitor = await Visitor.withAccessToken(gateway);
});
afterEach(() => gateway.close());

async function control(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(gateway.controlUrl + path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const { personId } = classTeacher;

describe('the control address', () => {
  test('scripts faults and ends them', async () => {
    await control('POST', '/faults', { call: 'heartbeat', fault: { kind: 'bad-gateway' } });
    const address = visitor.address('/user/openapi/user/heartbeat', { usession_id: 'none' });
    expect((await fetch(address)).status).toBe(502);
    await control('DELETE', '/faults');
    expect((await fetch(address)).status).toBe(200);
  });

  test('says what is wrong with a fault it does not know', async () => {
    const fault = { kind: 'delay', ms: 'long' };
    const response = await control('POST', '/faults', { call: 'heartbeat', fault });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ problem: expect.stringContaining('fault.ms') });
  });

  test('gives the journal, waits for a call, and says when it does not come', async () => {
    const waiting = control('GET', '/journal/until?call=heartbeat&times=1');
    await visitor.heartbeat('none');
    expect(await (await waiting).json()).toMatchObject([{ call: 'heartbeat' }]);
    const calls = (await (await control('GET', '/journal')).json()) as { call: string }[];
    expect(calls.map(({ call }) => call)).toEqual(['access-token', 'heartbeat']);
    expect((await control('GET', '/journal/until?call=feed&times=1&withinMs=10')).status).toBe(504);
  });

  test('ends and displaces sessions', async () => {
    const first = await visitor.signIn(classTeacher);
    await control('POST', '/end-session', { personId });
    expect((await visitor.heartbeat(first.sessionId)).json.code).toBe('100000');
    const second = await visitor.signIn(classTeacher);
    await control('POST', '/displace', { personId });
    expect((await visitor.heartbeat(second.sessionId)).json.code).toBe('110000');
  });

  test('switches the organisation', async () => {
    const { sessionId } = await visitor.signIn(classTeacher);
    await control('POST', '/switch-organisation', { personId, organisationId: 'elsewhere' });
    expect((await visitor.heartbeat(sessionId)).json).toMatchObject({
      result: { other: { top_org_id: 'elsewhere' } },
    });
  });

  test('adds a message', async () => {
    const message = { body: { msgtype: 'text', text: { content: '开会' } } };
    const response = await control('POST', '/messages', { personId, message });
    const { msgId } = (await response.json()) as { msgId: string };
    expect(gateway.messages(personId).at(-1)).toMatchObject({ msgId, ...message });
  });

  test('changes how the platform is set', async () => {
    expect((await control('POST', '/settings', { ticketMethod: 'GET' })).status).toBe(200);
    expect(gateway.deployment()).toMatchObject({ login: { ticketMethod: 'GET' } });
  });

  test('ends the access tokens', async () => {
    await control('POST', '/revoke-access-tokens');
    expect((await visitor.heartbeat('none')).json.code).toBe('100401');
  });

  test('is nowhere for those who do not know its secret', async () => {
    const guessed = gateway.controlUrl.replace(/\w+$/, 'guessed');
    expect((await fetch(`${guessed}/journal`)).status).toBe(404);
  });

  test('is not in the journal', async () => {
    gateway.clearJournal();
    await control('GET', '/people');
    expect(gateway.journal).toEqual([]);
  });
});

describe('the deployment file', () => {
  test('has what the platform was started with', async () => {
    expect(gateway.deployment()).toMatchObject({
      schema: 1,
      id: 'practice',
      name: '练习学校',
      gateway: gateway.url,
      login: { page: `${gateway.url}/bmp-oauth`, ticketMethod: 'POST' },
      session: { heartbeatSeconds: 30 },
    });
  });

  test('is changed by a merge patch', async () => {
    const { app } = gateway.deployment({
      app: { appKey: null, accessTokenUrl: gateway.brokerUrl },
    });
    expect(app).toEqual({
      appId: 'staffroom-practice',
      accessTokenUrl: gateway.brokerUrl,
      accessTokenInvalidCodes: ['100401'],
    });
  });
});

test('The secrets are those the platform has made', async () => {
  const { oauthToken, sessionId } = await visitor.signIn(classTeacher);
  const values = gateway.secrets.map(({ kind, value }) => `${kind} ${value}`);
  expect(values).toEqual(
    expect.arrayContaining([`oauth-token ${oauthToken}`, `session-id ${sessionId}`]),
  );
});
