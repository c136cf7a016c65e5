import type { Clock } from './clock';
import { OneTime } from './oneTime';
import type { Secrets } from './secrets';

const minute = 60 * 1000;
const day = 24 * 60 * minute;

/** "默認15天有效,使用后會延長": the document of getOauthToken. */
const oauthTokenLifeMs = 15 * day;

export interface OauthToken {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly expiry: number;
}

/** From the one-time ticket of the login page to the OAuth token of a person. */
export class Logins {
  readonly accessTickets: OneTime<'login-page'>;
  readonly forms: OneTime<'login-form'>;
  readonly oauthCodes: OneTime<{ readonly personId: string }>;
  readonly sessionTickets: OneTime<{ readonly personId: string; readonly sessionId: string }>;
  readonly #clock: Clock;
  readonly #secrets: Secrets;
  readonly #signOns = new Map<string, string>();
  readonly #oauthTokens = new Map<string, { readonly personId: string; expiry: number }>();

  constructor(clock: Clock, secrets: Secrets) {
    this.#clock = clock;
    this.#secrets = secrets;
    this.accessTickets = new OneTime(clock, secrets, 'access-ticket', 5 * minute);
    this.forms = new OneTime(clock, secrets, 'login-form', 30 * minute);
    this.oauthCodes = new OneTime(clock, secrets, 'oauth-code', 5 * minute);
    this.sessionTickets = new OneTime(clock, secrets, 'session-ticket', 5 * minute);
  }

  /** The value of the cookie by which the login page knows the person again. */
  signOn(personId: string): string {
    const cookie = this.#secrets.issue('sign-on');
    this.#signOns.set(cookie, personId);
    return cookie;
  }

  signedOn(cookie: string | undefined): string | undefined {
    return cookie === undefined ? undefined : this.#signOns.get(cookie);
  }

  /** The login page asks for the password again. */
  endSignOn(personId: string): void {
    for (const [cookie, signedOn] of this.#signOns) {
      if (signedOn === personId) this.#signOns.delete(cookie);
    }
  }

  issueOauthToken(personId: string): OauthToken {
    const value = this.#secrets.issue('oauth-token');
    const expiry = this.#clock.now() + oauthTokenLifeMs;
    this.#oauthTokens.set(value, { personId, expiry });
    return { value, expiry };
  }

  /** Whose token it is, or undefined when it is unknown or past its end. Each use prolongs it. */
  useOauthToken(token: string): string | undefined {
    const known = this.#oauthTokens.get(token);
    if (known === undefined || this.#clock.now() >= known.expiry) return undefined;
    known.expiry = this.#clock.now() + oauthTokenLifeMs;
    return known.personId;
  }
}
