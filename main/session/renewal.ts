/**
 * When a new sign-in may be got silently: the login page is loaded unseen, and where the platform's
 * own sign-on still holds it comes back with a code. Off unless the deployment says so: where a
 * platform limits repeated logins, it could throw out the person's other device.
 */
import type { EpochMs } from '../../preload/contract';
import type { Clock } from './heartbeat';

const hour = 3_600_000;
const day = 24 * hour;

export interface RenewalOptions {
  readonly allowed: 'yes' | 'no';
  readonly clock: Clock;
  /** The login page's partition is in memory: in a new run there is no sign-on in it to use. */
  readonly holdsSignOn: () => boolean;
}

export interface Renewal {
  /** At most one an hour, so that a platform that refuses is not asked again and again. */
  mayBeTried(): boolean;
  /** One is tried now. */
  tried(): void;
}

export function createRenewal({ allowed, clock, holdsSignOn }: RenewalOptions): Renewal {
  let lastTry: number | null = null;
  return {
    mayBeTried: () =>
      allowed === 'yes' && holdsSignOn() && (lastTry === null || clock.now() - lastTry >= hour),
    tried() {
      lastTry = clock.now();
    },
  };
}

/** Whether a sign-in that ends by itself at `expiresAt` is to be made anew: from a day ahead. */
export const endsSoon = (expiresAt: EpochMs | null, now: EpochMs): boolean =>
  expiresAt !== null && expiresAt - now < day;
