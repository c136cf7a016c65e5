/**
 * One sign-in, from the one-time ticket to a session that is proved to be the person's. The redirect
 * is not proof of who signed in: the platform's own word on the session is (platform document,
 * "Where the pieces come from in a session").
 */
import type { OrganisationId, PersonId, Result } from '../../preload/contract';
import type { Deployment } from '../deployment/deployment';
import type { OauthToken, OpenApi } from '../openapi';
import type { LoginWindow } from './loginWindow';
import { type Redirect, readRedirect } from './redirect';

export interface SignedIn {
  readonly personId: PersonId;
  readonly oauthToken: OauthToken;
  /** Null where the deployment gives none. */
  readonly sessionId: string | null;
  readonly organisationId: OrganisationId | null;
}

export interface SignInOptions {
  readonly openApi: OpenApi;
  readonly loginWindow: LoginWindow;
  readonly login: Deployment['login'];
  readonly session: Deployment['session'];
  /** On the screen, or unseen for the person who is signed in already. */
  readonly how: { readonly kind: 'shown' } | { readonly kind: 'unseen'; readonly for: PersonId };
  /** Aborted when the person closes the window, or by the caller. */
  readonly cancel: AbortController;
}

type Failed = Extract<Result<never>, { ok: false }>;
const malformed = (field: string): Failed => ({
  ok: false,
  failure: { kind: 'malformed', field, problem: 'missing' },
});

/** Closing the window is the failure `cancelled`. Leaves the login window open: the caller closes it. */
export async function signIn(options: SignInOptions): Promise<Result<SignedIn>> {
  const { openApi, how, cancel } = options;
  const { signal } = cancel;
  const end = await atLoginPage(options);
  if (end.kind === 'cancelled') return { ok: false, failure: { kind: 'cancelled' } };

  const redirect = readRedirect(end.address);
  if (redirect.personId === null) return malformed('redirect.personId');
  if (redirect.oauthCode === null) return malformed('redirect.oauthCode');
  const personId = redirect.personId as PersonId;
  if (how.kind === 'unseen' && personId !== how.for) {
    return { ok: false, failure: { kind: 'wrong-person' } };
  }

  const oauthToken = await openApi.exchangeCode(redirect.oauthCode, signal);
  if (!oauthToken.ok) return oauthToken;
  const sessionId = await findSessionId(options, redirect, personId);
  if (!sessionId.ok) return sessionId;
  const organisationId = await confirm(options, sessionId.value, personId);
  if (!organisationId.ok) return organisationId;
  return {
    ok: true,
    value: {
      personId,
      oauthToken: oauthToken.value,
      sessionId: sessionId.value,
      organisationId: organisationId.value,
    },
  };
}

/** The platform's own sign-on answers at once where it answers at all. Milliseconds. */
const unseenTimeLimit = 15_000;

function atLoginPage({ openApi, loginWindow, login, how, cancel }: SignInOptions) {
  const { redirectUri } = login;
  // Each showing of the page needs a ticket of its own: a ticket is good for one.
  const address = async (): Promise<Result<string>> => {
    const ticket = await openApi.createLoginTicket(cancel.signal);
    return ticket.ok ? { ok: true, value: openApi.loginPageUrl(ticket.value) } : ticket;
  };
  return how.kind === 'shown'
    ? loginWindow.run({ redirectUri, address, cancelled: () => cancel.abort() })
    : loginWindow.runUnseen({ redirectUri, address, timeLimit: unseenTimeLimit });
}

/** Looks in the deployment's sources, in its order. */
async function findSessionId(
  { openApi, loginWindow, login, session, cancel }: SignInOptions,
  redirect: Redirect,
  personId: PersonId,
): Promise<Result<string | null>> {
  for (const source of session.sources) {
    switch (source) {
      case 'redirect':
        if (redirect.sessionId !== null) return { ok: true, value: redirect.sessionId };
        break;
      case 'ticket': {
        if (redirect.ticket === null) break;
        const found = await openApi.sessionFromTicket(redirect.ticket, cancel.signal);
        if (!found.ok) return found;
        if (found.value.personId !== personId) {
          return { ok: false, failure: { kind: 'wrong-person' } };
        }
        return { ok: true, value: found.value.sessionId };
      }
      case 'cookie': {
        const cookie = await loginWindow.cookie(login.page, session.cookieName);
        if (cookie !== null) return { ok: true, value: cookie };
        break;
      }
    }
  }
  return { ok: true, value: null };
}

/** The first heartbeat: the session lives, and is hers. */
async function confirm(
  { openApi, cancel }: SignInOptions,
  sessionId: string | null,
  personId: PersonId,
): Promise<Result<OrganisationId | null>> {
  if (sessionId === null) return { ok: true, value: null };
  const heartbeat = await openApi.heartbeat(sessionId, cancel.signal);
  if (!heartbeat.ok) return heartbeat;
  const { value } = heartbeat;
  switch (value.kind) {
    case 'alive':
      if (value.personId === null) return malformed('result.user_id');
      return value.personId === personId
        ? { ok: true, value: value.organisationId }
        : { ok: false, failure: { kind: 'wrong-person' } };
    case 'gone':
      return { ok: false, failure: { kind: 'rejected', code: '100000', text: '' } };
    case 'displaced':
      return { ok: false, failure: { kind: 'rejected', code: '110000', text: '' } };
  }
}
