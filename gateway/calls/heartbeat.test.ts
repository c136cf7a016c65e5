import { afterEach, describe, expect, test } from 'vitest';
import { type Gateway, type GatewayOptions, type PracticePerson, startGateway } from '../index';
import { classTeacher } from '../people/classTeacher';
import { newcomer } from '../people/newcomer';
import { schoolHead } from '../people/schoolHead';
import { Visitor } from '../visitor';

let gateway: Gateway;
afterEach(() => gateway.close());

async function signedIn(
  person: PracticePerson,
  options: GatewayOptions = {},
): Promise<{ visitor: Visitor; sessionId: string }> {
  gateway = await startGateway(options);
  const visitor = await Visitor.withAccessToken(gateway);
  const { sessionId } = await visitor.signIn(person);
  return { visitor, sessionId };
}

describe('the heartbeat', () => {
  test('answers 000000 and whose session it is', async () => {
    const { visitor, sessionId } = await signedIn(classTeacher);
    expect((await visitor.heartbeat(sessionId)).json).toEqual({
      code: '000000',
      message: '心跳成功',
      result: {
        usession_id: sessionId,
        account_id: classTeacher.accountId,
        user_id: classTeacher.personId,
        other: { top_org_id: classTeacher.currentOrganisationId },
      },
    });
  });

  test('names no organisation for somebody who is in none', async () => {
    const { visitor, sessionId } = await signedIn(newcomer);
    expect((await visitor.heartbeat(sessionId)).json).toMatchObject({ result: { other: [] } });
  });

  test('tells the organisation that the person has switched to, as the profile does', async () => {
    const { visitor, sessionId } = await signedIn(schoolHead);
    const organisationId = '7a1d9c52-6a51-11e9-8c1e-0200f734fe75';
    gateway.switchOrganisation(schoolHead.personId, organisationId);
    expect((await visitor.heartbeat(sessionId)).json).toMatchObject({
      result: { other: { top_org_id: organisationId } },
    });
    const profile = await visitor.get('/user/openapi/user/get-user-info', {
      user_id: schoolHead.personId,
    });
    expect(profile.json.result).toMatchObject({
      last_top_org_id: organisationId,
      last_top_org_name: '武汉市第二实验小学',
    });
  });

  test('answers 100000 for a session that was never there', async () => {
    const { visitor } = await signedIn(classTeacher);
    expect((await visitor.heartbeat('never')).json).toMatchObject({ code: '100000', result: [] });
  });

  test('answers 100000 once the session has ended', async () => {
    const { visitor, sessionId } = await signedIn(classTeacher);
    gateway.endSession(classTeacher.personId);
    expect((await visitor.heartbeat(sessionId)).json.code).toBe('100000');
  });

  test('answers 100000 when it comes too late, and keeps the session when it comes in time', async () => {
    const { visitor, sessionId } = await signedIn(classTeacher, { sessionIdleSeconds: 100 });
    gateway.advanceClock(60_000);
    expect((await visitor.heartbeat(sessionId)).json.code).toBe('000000');
    gateway.advanceClock(60_000);
    expect((await visitor.heartbeat(sessionId)).json.code).toBe('000000');
    gateway.advanceClock(101_000);
    expect((await visitor.heartbeat(sessionId)).json.code).toBe('100000');
  });

  test('answers 110000 with the log of the logins once the session is displaced', async () => {
    const { visitor, sessionId } = await signedIn(classTeacher);
    gateway.displace(classTeacher.personId);
    expect((await visitor.heartbeat(sessionId)).json).toMatchObject({
      code: '110000',
      result: {
        user_id: classTeacher.personId,
        log: [{ login_time: expect.stringMatching(/^\d{10}$/), login_ip: '10.32.4.17' }],
      },
    });
  });

  test('answers 110000 to the first of two logins where repeated logins are limited', async () => {
    const { visitor, sessionId } = await signedIn(classTeacher, { repeatedLogins: 'limited' });
    const second = await visitor.signIn(classTeacher);
    expect((await visitor.heartbeat(sessionId)).json.code).toBe('110000');
    expect((await visitor.heartbeat(second.sessionId)).json.code).toBe('000000');
  });
});
