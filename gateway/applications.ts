import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from './clock';
import type { Secrets } from './secrets';
import type { Settings } from './settings';

/** How far an application's clock may be from the platform's. */
const timeStampToleranceMs = 10 * 60 * 1000;

const tokenRequest = z.object({
  appId: z.string().min(1),
  timeStamp: z.string().regex(/^\d{13}$/),
  keyInfo: z.string().min(1),
});

export interface AccessToken {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly validUntil: number;
}

export type TokenAnswer =
  | { readonly kind: 'issued'; readonly token: AccessToken }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'unknown-application' }
  | { readonly kind: 'wrong-time' }
  | { readonly kind: 'wrong-signature' };

/** The one registered application and its access tokens. */
export class Applications {
  readonly appId: string;
  readonly appKey: string;
  readonly #clock: Clock;
  readonly #secrets: Secrets;
  readonly #settings: Settings;
  readonly #tokens = new Map<string, AccessToken>();

  constructor(
    application: { readonly appId: string; readonly appKey: string },
    clock: Clock,
    secrets: Secrets,
    settings: Settings,
  ) {
    this.appId = application.appId;
    this.appKey = secrets.keep('app-key', application.appKey);
    this.#clock = clock;
    this.#secrets = secrets;
    this.#settings = settings;
  }

  /** Call 1: `keyInfo` must be the signature over the request's own appId and timeStamp. */
  answer(request: unknown): TokenAnswer {
    const parsed = tokenRequest.safeParse(request);
    if (!parsed.success) return { kind: 'malformed' };
    const { appId, timeStamp, keyInfo } = parsed.data;
    if (appId !== this.appId) return { kind: 'unknown-application' };
    if (Math.abs(this.#clock.now() - Number(timeStamp)) > timeStampToleranceMs) {
      return { kind: 'wrong-time' };
    }
    const expected = createHmac('sha1', this.appKey)
      .update(appId + this.appKey + timeStamp)
      .digest('hex')
      .toUpperCase();
    if (keyInfo !== expected) return { kind: 'wrong-signature' };
    return { kind: 'issued', token: this.#issue() };
  }

  /** What a broker gives all its desktops: the token there is, or a new one after its end. */
  shared(): AccessToken {
    return [...this.#tokens.values()].findLast((token) => this.#isAlive(token)) ?? this.#issue();
  }

  accepts(token: string | undefined): boolean {
    const known = token === undefined ? undefined : this.#tokens.get(token);
    return known !== undefined && this.#isAlive(known);
  }

  /** As when another machine's request ends the tokens of this one. */
  revokeAll(): void {
    this.#tokens.clear();
  }

  #isAlive(token: AccessToken): boolean {
    return this.#clock.now() < token.validUntil;
  }

  #issue(): AccessToken {
    if (this.#settings.accessTokens === 'one') this.#tokens.clear();
    const token = {
      value: this.#secrets.issue('access-token'),
      validUntil: this.#clock.now() + this.#settings.accessTokenSeconds * 1000,
    };
    this.#tokens.set(token.value, token);
    return token;
  }
}
