/** The two tickets [P]: call 2's opens the login page, call 5 tells the session behind another. */
import { z } from 'zod';
import type { PersonId, Result } from '../../preload/contract';
import type { Call } from './call';
import { decode, malformed } from './decode';
import { type Envelope, payload } from './envelope';
import { neededText, optionalText } from './loose';
import type { Platform } from './platform';

export interface TicketSession {
  readonly sessionId: string;
  readonly personId: PersonId;
}

export const loginTicketCall = ({ gateway, login }: Platform): Call<string> => ({
  request: { method: login.ticketMethod, url: `${gateway}/oauth/createOauthTicket` },
  secrets: [],
  read: decodeLoginTicket,
});

/** Call 3: the address of the login page, which the ticket opens once. */
export function loginPageUrl({ login }: Platform, ticket: string): string {
  const url = new URL(login.page);
  url.searchParams.set('accessTicket', ticket);
  url.searchParams.set('redirect_uri', login.redirectUri);
  return url.href;
}

export const ticketSessionCall = ({ gateway }: Platform, ticket: string): Call<TicketSession> => ({
  request: { method: 'POST', url: `${gateway}/userSession/validaTicket`, json: { ticket } },
  secrets: [ticket],
  read: decodeTicketSession,
});

/** The ticket stands beside the code; some gateways wrap it like other answers. */
export function decodeLoginTicket(envelope: Envelope): Result<string> {
  const direct = optionalText.parse(envelope.body.accessTicket);
  if (direct !== null) return { ok: true, value: direct };
  const { at, value } = payload(envelope, ['data', 'result']);
  const wrapped = decode(z.object({ accessTicket: neededText }), value, at);
  return wrapped.ok
    ? { ok: true, value: wrapped.value.accessTicket }
    : malformed('accessTicket', 'missing');
}

const session = z.object(
  { personId: neededText, usessionId: optionalText, usession_id: optionalText },
  { error: 'expected an object' },
);

export function decodeTicketSession(envelope: Envelope): Result<TicketSession> {
  const { at, value } = payload(envelope, ['userInfo', 'data', 'result']);
  const decoded = decode(session, value, at);
  if (!decoded.ok) return decoded;
  const { personId, usessionId, usession_id } = decoded.value;
  const sessionId = decode(neededText, usessionId ?? usession_id, `${at}.usessionId`);
  if (!sessionId.ok) return sessionId;
  return { ok: true, value: { sessionId: sessionId.value, personId: personId as PersonId } };
}
