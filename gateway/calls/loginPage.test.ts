import { afterEach, describe, expect, test } from 'vitest';
import { type Gateway, type GatewayOptions, startGateway } from '../index';
import { classTeacher } from '../people/classTeacher';
import { schoolHead } from '../people/schoolHead';
import { Visitor } from '../visitor';

let gateway: Gateway;
afterEach(() => gateway.close());

async function started(options: GatewayOptions = {}): Promise<Visitor> {
  gateway = await startGateway(options);
  return Visitor.withAccessToken(gateway);
}

const { account, password } = classTeacher;

async function redirected(visitor: Visitor): Promise<URL> {
  const response = await visitor.fillIn(account, password);
  expect(response.status).toBe(302);
  return new URL(response.headers.get('location') ?? '');
}

describe('the login page', () => {
  test('is in Chinese and offers the practice accounts', async () => {
    const visitor = await started();
    const page = await (await fetch(await visitor.loginPage())).text();
    expect(page).toContain('<html lang="zh-CN">');
    for (const person of gateway.people) expect(page).toContain(person.account);
  });

  test('opens once with a ticket', async () => {
    const visitor = await started();
    const address = await visitor.loginPage();
    expect((await fetch(address)).status).toBe(200);
    expect((await fetch(address)).status).toBe(403);
  });

  test('does not open with a ticket of six minutes ago', async () => {
    const visitor = await started();
    const address = await visitor.loginPage();
    gateway.advanceClock(6 * 60_000);
    expect((await fetch(address)).status).toBe(403);
  });

  test('refuses an address that is not registered, and sends nobody there', async () => {
    const visitor = await started();
    const address = await visitor.loginPage('https://staffroom.invalid/elsewhere');
    const response = await fetch(address, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
  });

  test('says so when the password is wrong, and takes the right one after it', async () => {
    const visitor = await started();
    const refused = await (await visitor.fillIn(account, 'wrong')).text();
    expect(refused).toContain('role="alert"');
    expect(refused).toContain(`value="${account}"`);
    expect((await visitor.sendForm(refused, account, password)).status).toBe(302);
  });

  test('redirects with the person, a code and the session', async () => {
    const target = await redirected(await started());
    expect(target.origin + target.pathname).toBe('https://staffroom.invalid/signed-in');
    expect(Object.fromEntries(target.searchParams)).toEqual({
      personId: classTeacher.personId,
      oauthCode: expect.stringMatching(/^\w+$/),
      usession_id: expect.stringMatching(/^\w{1,64}$/),
    });
  });

  test('knows the person again by its cookie until her sign-on ends', async () => {
    const visitor = await started();
    const response = await visitor.fillIn(account, password);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const open = async () =>
      fetch(await visitor.loginPage(), { headers: { cookie }, redirect: 'manual' });
    expect((await open()).status).toBe(302);
    gateway.endSignOn(classTeacher.personId);
    expect((await open()).status).toBe(200);
  });

  test('names another person in the redirect when told to', async () => {
    const target = await redirected(await started({ redirectNames: schoolHead.personId }));
    expect(target.searchParams.get('personId')).toBe(schoolHead.personId);
  });

  test.each(['script', 'window-open'] as const)('leaves by %s', async (redirectBy) => {
    const visitor = await started({ redirectBy });
    const page = await (await visitor.fillIn(account, password)).text();
    const leave = redirectBy === 'script' ? 'location.href = "' : 'window.open("';
    expect(page).toContain(`${leave}https://staffroom.invalid/signed-in?personId=`);
  });
});

describe('the session id', () => {
  const others = { personId: expect.any(String), oauthCode: expect.any(String) };

  test('may travel spelled usessionId', async () => {
    const { searchParams } = await redirected(await started({ sessionTravels: 'redirect-camel' }));
    expect(Object.keys(Object.fromEntries(searchParams)).at(-1)).toBe('usessionId');
  });

  test('may travel in a cookie of the whole host', async () => {
    const visitor = await started({ sessionTravels: 'cookie' });
    const response = await visitor.fillIn(account, password);
    const cookies = response.headers.getSetCookie();
    const sessionId = cookies.join().match(/usession_id=(\w+); Path=\/; HttpOnly/)?.[1] ?? '';
    expect((await visitor.heartbeat(sessionId)).json.code).toBe('000000');
  });

  test('may travel nowhere', async () => {
    const { searchParams } = await redirected(await started({ sessionTravels: 'nowhere' }));
    expect(Object.fromEntries(searchParams)).toEqual(others);
  });

  test('may have to be asked for with a ticket, which is good once', async () => {
    const visitor = await started({ sessionTravels: 'ticket' });
    const ticket = (await redirected(visitor)).searchParams.get('ticket');
    const first = await visitor.post('/userSession/validaTicket', { ticket });
    const { usessionId } = first.json.userInfo as { usessionId: string };
    expect(first.json).toMatchObject({
      retCode: '000000',
      userInfo: { personId: classTeacher.personId, name: '夏冰', userType: '1' },
    });
    expect((await visitor.heartbeat(usessionId)).json.code).toBe('000000');
    const second = await visitor.post('/userSession/validaTicket', { ticket });
    expect(second.json.retCode).toBe('100405');
  });
});

describe('the one-time ticket', () => {
  test.each([
    ['POST', 'GET'],
    ['GET', 'POST'],
  ] as const)('is given to %s and not to %s, as the platform is set', async (taken, refused) => {
    const visitor = await started({ ticketMethod: taken });
    const address = visitor.address('/oauth/createOauthTicket');
    expect((await fetch(address, { method: refused })).status).toBe(405);
    expect(await (await fetch(address, { method: taken })).json()).toEqual({
      retCode: '000000',
      retDesc: expect.any(String),
      accessTicket: expect.any(String),
    });
  });
});

describe('the code of the redirect', () => {
  test('gives a token for fifteen days, once', async () => {
    const visitor = await started();
    const signedIn = await visitor.signIn(classTeacher);
    expect(signedIn.oauthToken).toMatch(/^\w{32}$/);
    expect((signedIn.expiry - Date.now()) / 86_400_000).toBeCloseTo(15, 2);
    const again = await visitor.post('/oauth/getOauthToken', { oauthCode: signedIn.oauthCode });
    expect(again.json).toEqual({ retCode: '100405', retDesc: expect.any(String) });
  });

  test('is too old after six minutes', async () => {
    const visitor = await started();
    const oauthCode = (await redirected(visitor)).searchParams.get('oauthCode');
    gateway.advanceClock(6 * 60_000);
    expect((await visitor.post('/oauth/getOauthToken', { oauthCode })).json.retCode).toBe('100405');
  });
});
