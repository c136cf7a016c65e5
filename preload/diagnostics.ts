/** What happened to the app and its session, for whoever helps when something is wrong. */
import type { Failure } from './failure';
import type { EpochMs } from './ids';
import type { SessionState } from './session';

/** One line of the record. What happens again unchanged is counted, not listed again. */
export interface DiagnosticEvent {
  /** Unique within a run, and growing. */
  readonly id: number;
  readonly at: EpochMs;
  readonly times: number;
  /** The last of those times; `at` where there was one. */
  readonly lastAt: EpochMs;
  readonly happening: Happening;
}

/**
 * What may be said of it: kinds, numbers, and hosts of the deployment. A `cause` is a failure
 * without a word that a server or a person wrote.
 */
export type Happening =
  | { readonly kind: 'started'; readonly versions: Versions }
  | {
      readonly kind: 'deployment';
      readonly found: 'ready' | 'none' | 'wrong';
      /** Of the one in use. */
      readonly source: 'machine' | 'environment' | 'imported' | null;
      readonly cause: Failure | null;
    }
  | {
      readonly kind: 'session';
      readonly event: SessionChange;
      /** Where it led. */
      readonly state: SessionState['kind'];
      readonly cause: Failure | null;
    }
  | {
      readonly kind: 'keychain';
      readonly action: 'read' | 'write' | 'remove' | 'probe';
      readonly problem: 'locked' | 'unavailable';
    }
  | { readonly kind: 'refresh'; readonly of: 'profile' | 'feed' | 'marks'; readonly cause: Failure }
  | { readonly kind: 'power'; readonly change: 'suspend' | 'resume' };

export interface Versions {
  readonly app: string;
  readonly electron: string;
  readonly chromium: string;
  /** Such as `linux 6.1.0 x64`. */
  readonly system: string;
}

export type SessionChange =
  | 'found'
  | 'keychain-locked'
  | 'sign-in-started'
  | 'sign-in-ended'
  | 'signed-in'
  | 'alive'
  | 'gone'
  | 'renewal-due'
  | 'displaced'
  | 'acknowledged'
  | 'unanswered'
  | 'signed-out';
