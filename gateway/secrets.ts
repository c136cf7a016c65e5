import { randomBytes } from 'node:crypto';

export type SecretKind =
  | 'app-key'
  | 'access-token'
  | 'access-ticket'
  | 'login-form'
  | 'oauth-code'
  | 'oauth-token'
  | 'session-id'
  | 'session-ticket'
  | 'sign-on';

export interface IssuedSecret {
  readonly kind: SecretKind;
  readonly value: string;
}

/** Makes every secret of the platform and remembers it, so that a test can look for leaks of it. */
export class Secrets {
  readonly #issued: IssuedSecret[] = [];

  get issued(): readonly IssuedSecret[] {
    return this.#issued;
  }

  issue(kind: SecretKind): string {
    return this.keep(kind, randomBytes(16).toString('hex'));
  }

  /** For one that was made elsewhere. */
  keep(kind: SecretKind, value: string): string {
    this.#issued.push({ kind, value });
    return value;
  }
}
