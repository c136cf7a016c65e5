import type { Clock } from './clock';
import type { SecretKind, Secrets } from './secrets';

/** Tickets and codes that are good once, and for a short time only. */
export class OneTime<Value> {
  readonly #clock: Clock;
  readonly #secrets: Secrets;
  readonly #kind: SecretKind;
  readonly #lifeMs: number;
  readonly #waiting = new Map<string, { readonly value: Value; readonly until: number }>();

  constructor(clock: Clock, secrets: Secrets, kind: SecretKind, lifeMs: number) {
    this.#clock = clock;
    this.#secrets = secrets;
    this.#kind = kind;
    this.#lifeMs = lifeMs;
  }

  issue(value: Value): string {
    const key = this.#secrets.issue(this.#kind);
    this.#waiting.set(key, { value, until: this.#clock.now() + this.#lifeMs });
    return key;
  }

  /** What the key was issued for; undefined when it is unknown, used or too old. */
  redeem(key: string): Value | undefined {
    const found = this.#waiting.get(key);
    this.#waiting.delete(key);
    return found !== undefined && this.#clock.now() < found.until ? found.value : undefined;
  }
}
