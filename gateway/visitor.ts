import { createHmac } from 'node:crypto';
import type { Gateway, PracticePerson } from './index';

export interface Answer {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

/** What the tests below know of a signed-in person. */
export interface SignedIn {
  readonly personId: string;
  readonly oauthCode: string;
  readonly oauthToken: string;
  readonly expiry: number;
  readonly sessionId: string;
}

/** An application that calls the platform as its documents say, for the platform's own tests. */
export class Visitor {
  readonly gateway: Gateway;
  #accessToken = '';

  constructor(gateway: Gateway) {
    this.gateway = gateway;
  }

  static async withAccessToken(gateway: Gateway): Promise<Visitor> {
    const visitor = new Visitor(gateway);
    await visitor.askAccessToken();
    return visitor;
  }

  async get(path: string, query: Record<string, string> = {}, headers = {}): Promise<Answer> {
    return answer(await fetch(this.address(path, query), { headers }));
  }

  async post(path: string, body: unknown, query: Record<string, string> = {}): Promise<Answer> {
    return answer(
      await fetch(this.address(path, query), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  }

  /** With this visitor's access token, unless the query brings one. */
  address(path: string, query: Record<string, string> = {}): string {
    const address = new URL(path, this.gateway.url);
    address.search = new URLSearchParams({ accessToken: this.#accessToken, ...query }).toString();
    return address.href;
  }

  /** Call 1; the token is used from then on. */
  async askAccessToken(timeStamp = String(Date.now())): Promise<Answer> {
    const { appId, appKey } = this.gateway.deployment().app as Record<'appId' | 'appKey', string>;
    const keyInfo = createHmac('sha1', appKey)
      .update(appId + appKey + timeStamp)
      .digest('hex')
      .toUpperCase();
    const asked = await this.post('/apigateway/getAccessToken', { appId, timeStamp, keyInfo });
    const { accessToken } = (asked.json.tokenInfo ?? {}) as { accessToken?: string };
    this.#accessToken = accessToken ?? '';
    return asked;
  }

  /** The login page's address, with a fresh ticket. */
  async loginPage(redirectUri = 'https://staffroom.invalid/signed-in'): Promise<string> {
    const { json } = await this.post('/oauth/createOauthTicket', {});
    return this.address('/bmp-oauth', {
      accessTicket: String(json.accessTicket),
      redirect_uri: redirectUri,
    });
  }

  /** Opens the login page and sends its form. */
  async fillIn(account: string, password: string): Promise<Response> {
    const page = await (await fetch(await this.loginPage())).text();
    return this.sendForm(page, account, password);
  }

  sendForm(page: string, account: string, password: string): Promise<Response> {
    const form = /name="form" value="(\w+)"/.exec(page)?.[1] ?? '';
    return fetch(new URL('/bmp-oauth', this.gateway.url), {
      method: 'POST',
      body: new URLSearchParams({ form, account, password }),
      redirect: 'manual',
    });
  }

  /** Calls 2 to 4, with the session id from the redirect. */
  async signIn(person: PracticePerson): Promise<SignedIn> {
    const response = await this.fillIn(person.account, person.password);
    const redirect = new URL(response.headers.get('location') ?? '').searchParams;
    const oauthCode = redirect.get('oauthCode') ?? '';
    const { json } = await this.post('/oauth/getOauthToken', { oauthCode });
    const data = json.data as { oauthToken: string; expiry: number };
    return {
      personId: redirect.get('personId') ?? '',
      oauthCode,
      ...data,
      sessionId: redirect.get('usession_id') ?? '',
    };
  }

  /** Call 7. */
  heartbeat(sessionId: string): Promise<Answer> {
    return this.get('/user/openapi/user/heartbeat', { usession_id: sessionId });
  }

  /** Call 8. */
  mark(body: unknown): Promise<Answer> {
    return this.post('/msgCenter/message/modMsgStatus', body);
  }
}

async function answer(response: Response): Promise<Answer> {
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}
