import type { Clock } from './clock';
import type { Secrets } from './secrets';
import type { Settings } from './settings';

/** One line of the log that comes with `110000`: the login that took the account over. */
export interface LoginRecord {
  /** Seconds since 1970, as a string. */
  readonly login_time: string;
  readonly login_ip: string;
  readonly login_device: string;
}

export type Pulse =
  | { readonly kind: 'alive'; readonly personId: string }
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'displaced';
      readonly personId: string;
      readonly log: readonly LoginRecord[];
    };

interface Session {
  readonly personId: string;
  lastSeen: number;
  displacedBy: readonly LoginRecord[];
}

/** Sessions by id. One that ended is forgotten; one that was displaced is remembered as such. */
export class Sessions {
  readonly #clock: Clock;
  readonly #secrets: Secrets;
  readonly #settings: Settings;
  readonly #sessions = new Map<string, Session>();

  constructor(clock: Clock, secrets: Secrets, settings: Settings) {
    this.#clock = clock;
    this.#secrets = secrets;
    this.#settings = settings;
  }

  start(personId: string): string {
    if (this.#settings.repeatedLogins === 'limited') this.displace(personId);
    const id = this.#secrets.issue('session-id');
    this.#sessions.set(id, { personId, lastSeen: this.#clock.now(), displacedBy: [] });
    return id;
  }

  /** Call 7. */
  heartbeat(id: string): Pulse {
    const session = this.#sessions.get(id);
    if (session === undefined) return { kind: 'gone' };
    const { personId, displacedBy } = session;
    if (displacedBy.length > 0) return { kind: 'displaced', personId, log: displacedBy };
    const now = this.#clock.now();
    if (now - session.lastSeen > this.#settings.sessionIdleSeconds * 1000) {
      this.#sessions.delete(id);
      return { kind: 'gone' };
    }
    session.lastSeen = now;
    return { kind: 'alive', personId };
  }

  /** Ends all sessions of the person. */
  end(personId: string): void {
    for (const [id, session] of this.#sessions) {
      if (session.personId === personId) this.#sessions.delete(id);
    }
  }

  /** As when the person's account signs in on another machine. */
  displace(personId: string): void {
    const login: LoginRecord = {
      login_time: String(Math.floor(this.#clock.now() / 1000)),
      login_ip: '10.32.4.17',
      login_device: 'Windows 10 · Chrome（三楼微机室）',
    };
    for (const session of this.#sessions.values()) {
      if (session.personId === personId) session.displacedBy = [...session.displacedBy, login];
    }
  }
}
