import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { Exchange } from '../exchange';
import { leavingPage, type Page, refusalPage, signInPage } from '../loginPages';
import type { PracticePerson } from '../people';

const signOnCookie = 'bmp_sso';
const sessionCookie = 'usession_id';

const filledIn = z.object({ form: z.string(), account: z.string(), password: z.string() });

/** Address 3: opened with a ticket (GET), and its form sent back (POST). */
export function loginPage(exchange: Exchange): Response | Promise<Response> {
  return exchange.context.req.method === 'GET' ? opened(exchange) : filled(exchange);
}

function opened(exchange: Exchange): Response | Promise<Response> {
  const { logins, people, settings } = exchange.platform;
  if (logins.accessTickets.redeem(exchange.query('accessTicket') ?? '') === undefined) {
    return shown(exchange, refusalPage('登录凭证无效或已使用，请回到应用重新登录。'), 403);
  }
  if (exchange.query('redirect_uri') !== settings.redirectUri) {
    return shown(exchange, refusalPage('回调地址与应用登记的不一致。'), 400);
  }
  const signedOn = logins.signedOn(getCookie(exchange.context, signOnCookie));
  const person = signedOn === undefined ? undefined : people.find(signedOn);
  return person === undefined ? form(exchange, { kind: 'new' }) : signedIn(exchange, person);
}

function filled(exchange: Exchange): Response | Promise<Response> {
  const { logins, people } = exchange.platform;
  const parsed = filledIn.safeParse(exchange.body);
  if (!parsed.success || logins.forms.redeem(parsed.data.form) === undefined) {
    return shown(exchange, refusalPage('页面已过期，请回到应用重新登录。'), 403);
  }
  const { account, password } = parsed.data;
  const person = people.withPassword(account, password);
  if (person === undefined) return form(exchange, { kind: 'wrong-password', account });
  setCookie(exchange.context, signOnCookie, logins.signOn(person.personId), {
    path: '/bmp-oauth',
    httpOnly: true,
    sameSite: 'Lax',
  });
  return signedIn(exchange, person);
}

function form(
  exchange: Exchange,
  state: { readonly kind: 'new' } | { readonly kind: 'wrong-password'; readonly account: string },
): Response | Promise<Response> {
  const { logins, people } = exchange.platform;
  return shown(
    exchange,
    signInPage({ form: logins.forms.issue('login-form'), people: people.all, state }),
    200,
  );
}

function signedIn(exchange: Exchange, person: PracticePerson): Response | Promise<Response> {
  const { context, platform } = exchange;
  const { settings, logins, sessions } = platform;
  const { personId } = person;
  const target = new URL(settings.redirectUri);
  target.searchParams.set('personId', settings.redirectNames ?? personId);
  target.searchParams.set('oauthCode', logins.oauthCodes.issue({ personId }));
  switch (settings.sessionTravels) {
    case 'redirect':
      target.searchParams.set('usession_id', sessions.start(personId));
      break;
    case 'redirect-camel':
      target.searchParams.set('usessionId', sessions.start(personId));
      break;
    case 'ticket': {
      const sessionId = sessions.start(personId);
      target.searchParams.set('ticket', logins.sessionTickets.issue({ personId, sessionId }));
      break;
    }
    case 'cookie':
      setCookie(context, sessionCookie, sessions.start(personId), { path: '/', httpOnly: true });
      break;
    case 'nowhere':
      break;
  }
  return settings.redirectBy === '302'
    ? context.redirect(target.href, 302)
    : shown(exchange, leavingPage(target.href, settings.redirectBy), 200);
}

function shown(
  exchange: Exchange,
  page: Page,
  status: 200 | 400 | 403,
): Response | Promise<Response> {
  exchange.context.header('Cache-Control', 'no-store');
  return exchange.context.html(page, status);
}
