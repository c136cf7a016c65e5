/** How the session is. */
import type { Failure } from './failure';
import type { EpochMs } from './ids';

export type SessionState =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signing-in' }
  /** A session was kept from an earlier run; its first heartbeat has not been answered yet. */
  | { readonly kind: 'checking' }
  | { readonly kind: 'active'; readonly lastHeartbeatAt: EpochMs }
  | {
      readonly kind: 'unreachable';
      readonly cause: Failure;
      readonly since: EpochMs;
      readonly nextTryAt: EpochMs;
    }
  /** The session is gone or soon will be; a new one is got from the platform's own sign-on. */
  | { readonly kind: 'renewing'; readonly since: EpochMs }
  /** The platform said, twice, that the session is gone. */
  | { readonly kind: 'expired'; readonly since: EpochMs }
  /** The same account signed in elsewhere. `log` is what the platform tells of it, as lines. */
  | {
      readonly kind: 'displaced';
      readonly since: EpochMs;
      readonly log: readonly string[];
      /** What she said of it; until then it may have been somebody else. */
      readonly answer: 'none' | 'it-was-me';
    }
  /** Signed in, but the deployment gives no session id, so nothing can be kept alive. */
  | { readonly kind: 'no-session' }
  | { readonly kind: 'keychain-locked' };

export interface SessionSnapshot {
  readonly state: SessionState;
  /** Set from a day before the sign-in ends by itself, and past that: it should be made anew. */
  readonly endsAt: EpochMs | null;
  /** Why the last sign-in did not succeed; null after a success, a cancelling or a new start. */
  readonly signInFailure: Failure | null;
  /**
   * She has signed out, and her entries are still in the keychain, for this reason: the next start
   * removes them.
   */
  readonly leftBehind: Extract<Failure, { readonly kind: 'keychain' }>['problem'] | null;
  /**
   * Another number when somebody else has signed in without a sign-out before it: what a page holds of
   * the former person is to be forgotten. Of who they are a page is told nothing here.
   */
  readonly turn: number;
  /** False when the keychain could not keep the sign-in: it then lasts for this run only. */
  readonly remembered: boolean;
}
