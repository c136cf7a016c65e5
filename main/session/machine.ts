/**
 * The session's state machine: one pure table of (state, event). Only three things end a session:
 * `100000` confirmed by one more heartbeat, `110000`, and the person. No network error, no 5xx, no
 * HTML page, no other code does.
 */
import type { EpochMs, Failure, SessionState } from '../../preload/contract';

export type StateKind = SessionState['kind'];

export type SessionEvent =
  /** The keychain holds a sign-in of an earlier run. */
  | { readonly kind: 'found'; readonly session: 'kept' | 'none' }
  | { readonly kind: 'keychain-locked' }
  | { readonly kind: 'sign-in-started' }
  /** Cancelled (null) or failed. */
  | { readonly kind: 'sign-in-ended'; readonly failure: Failure | null }
  | { readonly kind: 'signed-in'; readonly session: 'live' | 'none'; readonly at: EpochMs }
  | { readonly kind: 'alive'; readonly at: EpochMs }
  /** `100000`. `renewal` says whether a silent one may be tried when it is confirmed. */
  | { readonly kind: 'gone'; readonly at: EpochMs; readonly renewal: 'may-be-tried' | 'not' }
  /** A live session's sign-in is about to end, and a silent one may be tried ahead of that. */
  | { readonly kind: 'renewal-due'; readonly at: EpochMs }
  /** `110000`. */
  | { readonly kind: 'displaced'; readonly at: EpochMs; readonly log: readonly string[] }
  /** A heartbeat that got no answer of the platform's. */
  | {
      readonly kind: 'unanswered';
      readonly cause: Failure;
      readonly at: EpochMs;
      readonly nextTryAt: EpochMs;
    }
  /** The sign-in elsewhere was her own. */
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'signed-out' };

export type EventKind = SessionEvent['kind'];

export interface Machine {
  readonly state: SessionState;
  /** A first `100000` came, which one more heartbeat is to confirm. */
  readonly doubted: boolean;
  /** Where a sign-in or a renewal that comes to nothing leads to. */
  readonly beforeSignIn: SessionState;
  readonly signInFailure: Failure | null;
}

export const signedOut: Machine = {
  state: { kind: 'signed-out' },
  doubted: false,
  beforeSignIn: { kind: 'signed-out' },
  signInFailure: null,
};

/**
 * What follows a heartbeat that the platform answered; `none` in the states that send none. After an
 * unanswered one a growing pause follows in any state.
 */
export function nextBeat({ state, doubted }: Machine): 'none' | 'periodic' | 'confirm' {
  switch (state.kind) {
    case 'checking':
    case 'active':
    case 'unreachable':
      return doubted ? 'confirm' : 'periodic';
    case 'signed-out':
    case 'signing-in':
    case 'renewing':
    case 'expired':
    case 'displaced':
    case 'no-session':
    case 'keychain-locked':
      return 'none';
  }
}

type Transition<Kind extends EventKind> = (
  machine: Machine,
  event: Extract<SessionEvent, { kind: Kind }>,
) => Machine;

/** This event can come late or twice in this state, and means nothing there. */
const ignored = (machine: Machine): Machine => machine;

const into =
  (state: SessionState) =>
  (machine: Machine): Machine => ({ ...machine, state, doubted: false });

const found: Transition<'found'> = (machine, { session }) =>
  into({ kind: session === 'kept' ? 'checking' : 'no-session' })(machine);

/** A doubt waits with the session that a sign-in or a renewal may lead back to. */
const startSignIn: Transition<'sign-in-started'> = (machine) => ({
  ...machine,
  state: { kind: 'signing-in' },
  beforeSignIn: machine.state,
  signInFailure: null,
});

const endSignIn: Transition<'sign-in-ended'> = (machine, { failure }) => ({
  ...machine,
  state: machine.beforeSignIn,
  beforeSignIn: signedOut.state,
  signInFailure: failure,
});

const signIn: Transition<'signed-in'> = (_machine, { session, at }) => ({
  ...signedOut,
  state: session === 'live' ? { kind: 'active', lastHeartbeatAt: at } : { kind: 'no-session' },
});

const alive: Transition<'alive'> = (machine, { at }) =>
  into({ kind: 'active', lastHeartbeatAt: at })(machine);

const gone: Transition<'gone'> = (machine, { at, renewal }) => {
  if (!machine.doubted) return { ...machine, doubted: true };
  const expired: SessionState = { kind: 'expired', since: at };
  return renewal === 'may-be-tried'
    ? renewing({ ...machine, doubted: false }, expired, at)
    : into(expired)(machine);
};

const renewing = (machine: Machine, otherwise: SessionState, at: EpochMs): Machine => ({
  ...machine,
  state: { kind: 'renewing', since: at },
  beforeSignIn: otherwise,
});

const renewAhead: Transition<'renewal-due'> = (machine, { at }) =>
  renewing(machine, machine.state, at);

const displaced: Transition<'displaced'> = (machine, { at, log }) =>
  into({ kind: 'displaced', since: at, log, answer: 'none' })(machine);

const acknowledge: Transition<'acknowledged'> = (machine) =>
  machine.state.kind === 'displaced'
    ? into({ ...machine.state, answer: 'it-was-me' })(machine)
    : machine;

/** A doubt outlives an unanswered heartbeat: the platform has said once that the session is gone. */
const unanswered: Transition<'unanswered'> = (machine, { cause, at, nextTryAt }) => ({
  ...machine,
  state: {
    kind: 'unreachable',
    cause,
    since: machine.state.kind === 'unreachable' ? machine.state.since : at,
    nextTryAt,
  },
});

const signOut: Transition<'signed-out'> = () => signedOut;

type Row = { readonly [Kind in EventKind]: Transition<Kind> };

/** Nobody is signed in, or the session is over: only a new sign-in leads on. */
const resting: Row = {
  found: ignored,
  'keychain-locked': ignored,
  'sign-in-started': startSignIn,
  'sign-in-ended': ignored,
  'signed-in': ignored,
  alive: ignored,
  gone: ignored,
  'renewal-due': ignored,
  displaced: ignored,
  unanswered: ignored,
  acknowledged: ignored,
  'signed-out': signOut,
};

/** Heartbeats are under way. */
const living: Row = { ...resting, 'sign-in-started': ignored, alive, gone, displaced, unanswered };

/** A sign-in is under way, with the login window on the screen or without. */
const entering: Row = {
  ...resting,
  'sign-in-started': ignored,
  'sign-in-ended': endSignIn,
  'signed-in': signIn,
};

export const table: { readonly [Kind in StateKind]: Row } = {
  'signed-out': { ...resting, found, 'keychain-locked': into({ kind: 'keychain-locked' }) },
  'signing-in': entering,
  checking: living,
  // While it lives she may sign in anew before its end.
  active: { ...living, 'sign-in-started': startSignIn, 'renewal-due': renewAhead },
  unreachable: living,
  renewing: entering,
  expired: resting,
  displaced: { ...resting, acknowledged: acknowledge },
  'no-session': resting,
  'keychain-locked': { ...resting, found, 'keychain-locked': ignored },
};

export function step(machine: Machine, event: SessionEvent): Machine {
  // The table's row holds, under each event's kind, the transition for just that event.
  const transition = table[machine.state.kind][event.kind] as Transition<EventKind>;
  return transition(machine, event);
}
