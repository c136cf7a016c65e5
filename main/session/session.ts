/** The session as a service: feeds the machine, sends its heartbeats, tells its snapshot. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type {
  EpochMs,
  Failure,
  OrganisationId,
  PersonId,
  Result,
  SessionSnapshot,
} from '../../preload/contract';
import { type Deployment, paceOf } from '../deployment/deployment';
import type { Haste, Heartbeat, OauthToken, OpenApi } from '../openapi';
import {
  type Clock,
  createHeartbeats,
  createPacing,
  type HeartbeatPace,
  monotonicClock,
  wakeDelay,
} from './heartbeat';
import type { KeptSessions } from './keptSession';
import { keychainFailed } from './keychain';
import type { LoginWindow } from './loginWindow';
import { nextBeat, type SessionEvent, signedOut, step } from './machine';
import { createRenewal, endsSoon } from './renewal';
import { type SignInOptions, signIn } from './signIn';

/** Who is signed in, for the services; it never crosses the bridge. */
export interface Account {
  readonly personId: PersonId;
  readonly oauthToken: OauthToken;
}

export interface Session {
  readonly snapshot: ReadonlySignal<SessionSnapshot>;
  /** Stays while the session is expired or displaced: what was read is still hers to see. */
  readonly account: ReadonlySignal<Account | null>;
  /** The organisation she has switched to, as the heartbeats tell. */
  readonly currentOrganisation: ReadonlySignal<OrganisationId | null>;
  /** Takes up what an earlier run kept. */
  restore(): Promise<void>;
  /** Answers when the login window has ended; a second call shows that window again. */
  signIn(): Promise<Result<'signed-in'>>;
  /** Signed out in any case; the failure says what could not be removed, and is tried again. */
  signOut(): Promise<Result<'signed-out'>>;
  /** The sign-in elsewhere was her own: nothing more is made of it. */
  acknowledgeDisplacement(): void;
  /** A heartbeat now; with a locked keychain, another look into it. */
  tryNow(): Promise<void>;
  /** The machine goes to sleep. May be called twice, as Linux tells it twice. */
  pause(): void;
  /** It woke, was unlocked, or has a network again: a heartbeat soon, but never a burst of them. */
  wake(): void;
  /** The app is quitting: nothing more is sent. */
  stop(): void;
}

export interface SessionOptions {
  readonly deployment: Deployment;
  readonly openApi: OpenApi;
  readonly kept: KeptSessions;
  readonly loginWindow: LoginWindow;
  readonly now?: () => EpochMs;
  /** What heartbeats are planned by. */
  readonly clock?: Clock;
  readonly random?: () => number;
  /**
   * Somebody signs in who was not signed in, or another person: it is decided what of hers is kept.
   * Called before anything is.
   */
  readonly begin: () => Promise<void>;
  /** A sign-in that she has seen came to nothing; the login page's cookies may know her by now. */
  readonly gaveUp: () => Promise<void>;
  /** Removes what else is the person's; the keychain's entries go after it has ended. */
  readonly leave: () => Promise<void>;
  /** Whether the person is away from the machine: what may wait for that waits. */
  readonly isIdle: () => boolean;
  /** Told of each event as it is: what of it may be written is for the one who is told to know. */
  readonly log: (event: SessionEvent, state: SessionSnapshot['state']['kind']) => void;
}

const cancelled: Failure = { kind: 'cancelled' };

export function createSession(options: SessionOptions): Session {
  const { deployment, openApi, kept, loginWindow, begin, gaveUp, leave, log } = options;
  const { now = Date.now, random = Math.random } = options;
  const pace: HeartbeatPace = {
    period: deployment.session.heartbeatSeconds * 1000,
    scale: paceOf(deployment),
    random,
  };

  const pacing = createPacing(pace);

  const machine = signal(signedOut);
  const remembered = signal(true);
  const leftBehind = signal<SessionSnapshot['leftBehind']>(null);
  const turn = signal(0);
  const account = signal<Account | null>(null);
  const currentOrganisation = signal<OrganisationId | null>(null);
  let sessionId: string | null = null;
  let haste: Haste = 'by-chance';
  let signingIn: {
    readonly done: Promise<Result<'signed-in'>>;
    readonly cancel: AbortController;
  } | null = null;
  let signingOut: Promise<Result<'signed-out'>> | null = null;
  const endsAt = signal<EpochMs | null>(null);
  const renewal = createRenewal({
    allowed: deployment.session.silentRenewal ? 'yes' : 'no',
    clock: options.clock ?? monotonicClock,
    holdsSignOn: loginWindow.holdsSignOn,
  });

  async function beat(cancelled: AbortSignal): Promise<void> {
    if (sessionId === null) return;
    const asked = openApi.heartbeat(sessionId, cancelled, haste);
    haste = 'by-chance';
    const answer = hers(await asked);
    if (cancelled.aborted) return;
    const at = now();
    if (!answer.ok) {
      const delay = pacing.after('unanswered');
      apply({ kind: 'unanswered', cause: answer.failure, at, nextTryAt: at + delay });
      heartbeats.after(delay);
      return;
    }
    const { value } = answer;
    batch(() => {
      if (value.kind === 'alive' && value.organisationId !== null) {
        currentOrganisation.value = value.organisationId;
      }
      apply(value.kind === 'gone' ? { ...value, at, renewal: renewalNow() } : { ...value, at });
      noteEnd();
      if (endsAt.value !== null && renewal.mayBeTried() && options.isIdle()) {
        apply({ kind: 'renewal-due', at });
      }
    });
    planNext();
    if (machine.value.state.kind === 'renewing') void renew();
  }

  const heartbeats = createHeartbeats(beat, options.clock);

  const renewalNow = () => (renewal.mayBeTried() ? 'may-be-tried' : 'not');

  function noteEnd(): void {
    const expiresAt = account.value?.oauthToken.expiresAt ?? null;
    endsAt.value = endsSoon(expiresAt, now()) ? expiresAt : null;
  }

  /** One silent sign-in; where it comes to nothing, the machine knows where that leads. */
  async function renew(): Promise<void> {
    const person = account.value;
    if (person === null || signingIn !== null) return;
    renewal.tried();
    const cancel = new AbortController();
    const done = enter(cancel, { kind: 'unseen', for: person.personId }).finally(() => {
      signingIn = null;
    });
    signingIn = { done, cancel };
    await done;
  }

  /** An answer about somebody else's session tells nothing of this one. */
  function hers(answer: Result<Heartbeat>): Result<Heartbeat> {
    const isOthers =
      answer.ok &&
      answer.value.kind === 'alive' &&
      answer.value.personId !== null &&
      answer.value.personId !== account.value?.personId;
    return isOthers ? { ok: false, failure: { kind: 'wrong-person' } } : answer;
  }

  function apply(event: SessionEvent): void {
    machine.value = step(machine.value, event);
    log(event, machine.value.state.kind);
  }

  function planNext(): void {
    switch (nextBeat(machine.value)) {
      case 'none':
        heartbeats.stop();
        break;
      case 'periodic':
        heartbeats.after(pacing.after('alive'));
        break;
      case 'confirm':
        heartbeats.after(pacing.after('doubted'));
        break;
    }
  }

  async function restore(): Promise<void> {
    const reading = await kept.read();
    if (machine.value.state.kind === 'signing-in') return;
    switch (reading.kind) {
      case 'nothing':
        if (machine.value.state.kind === 'keychain-locked') apply({ kind: 'signed-out' });
        break;
      case 'locked':
        apply({ kind: 'keychain-locked' });
        void reading.answered?.then(async () => {
          if (machine.value.state.kind === 'keychain-locked') await restore();
        });
        break;
      case 'found':
        sessionId = reading.kept.sessionId;
        batch(() => {
          account.value = { ...reading.kept };
          noteEnd();
          apply({ kind: 'found', session: sessionId === null ? 'none' : 'kept' });
        });
        if (sessionId !== null) void heartbeats.now();
        break;
    }
  }

  async function enter(
    cancel: AbortController,
    how: SignInOptions['how'],
  ): Promise<Result<'signed-in'>> {
    const outcome = await signIn({
      openApi,
      loginWindow,
      login: deployment.login,
      session: deployment.session,
      how,
      cancel,
    });
    loginWindow.close();
    if (!outcome.ok || cancel.signal.aborted) {
      const failure = outcome.ok ? cancelled : outcome.failure;
      if (how.kind === 'shown') await gaveUp();
      // Of a renewal she knows nothing: that it failed is told by the state it leads to.
      const isTold = how.kind === 'shown' && failure.kind !== 'cancelled';
      apply({ kind: 'sign-in-ended', failure: isTold ? failure : null });
      planNext();
      return { ok: false, failure };
    }
    const { personId, oauthToken, organisationId } = outcome.value;
    if (personId !== account.value?.personId) await begin();
    const written = await kept.keep(outcome.value);
    sessionId = outcome.value.sessionId;
    pacing.restart();
    batch(() => {
      if (account.value !== null && account.value.personId !== personId) turn.value += 1;
      remembered.value = written.kind === 'done';
      leftBehind.value = null;
      account.value = { personId, oauthToken };
      currentOrganisation.value = organisationId;
      noteEnd();
      apply({ kind: 'signed-in', session: sessionId === null ? 'none' : 'live', at: now() });
    });
    planNext();
    return { ok: true, value: 'signed-in' };
  }

  async function runSignOut(): Promise<Result<'signed-out'>> {
    signingIn?.cancel.abort();
    heartbeats.stop();
    loginWindow.close();
    // Else what it is keeping at this moment would outlive the removal below.
    await signingIn?.done;
    sessionId = null;
    batch(() => {
      account.value = null;
      currentOrganisation.value = null;
      endsAt.value = null;
      remembered.value = true;
      apply({ kind: 'signed-out' });
    });
    const others = Promise.allSettled([leave(), loginWindow.forget()]);
    const removed = await others.then(() => kept.remove());
    leftBehind.value = removed.kind === 'done' ? null : removed.kind;
    for (const other of await others) if (other.status === 'rejected') throw other.reason;
    return removed.kind === 'done' ? { ok: true, value: 'signed-out' } : keychainFailed(removed);
  }

  async function afterSignOut(cancel: AbortController): Promise<Result<'signed-in'>> {
    await signingOut;
    apply({ kind: 'sign-in-started' });
    heartbeats.stop();
    return enter(cancel, { kind: 'shown' });
  }

  return {
    snapshot: computed(() => ({
      state: machine.value.state,
      signInFailure: machine.value.signInFailure,
      remembered: remembered.value,
      leftBehind: leftBehind.value,
      turn: turn.value,
      endsAt: endsAt.value,
    })),
    account,
    currentOrganisation,
    restore,

    signIn() {
      if (signingIn !== null) {
        loginWindow.show();
        return signingIn.done;
      }
      const mayStay = nextBeat(machine.value) !== 'none' && endsAt.value === null;
      if (mayStay) return Promise.resolve({ ok: true, value: 'signed-in' });
      const cancel = new AbortController();
      const done = afterSignOut(cancel).finally(() => {
        signingIn = null;
      });
      signingIn = { done, cancel };
      return done;
    },

    signOut() {
      signingOut ??= runSignOut().finally(() => {
        signingOut = null;
      });
      return signingOut;
    },

    acknowledgeDisplacement: () => apply({ kind: 'acknowledged' }),

    async tryNow() {
      if (machine.value.state.kind === 'keychain-locked') return restore();
      if (nextBeat(machine.value) === 'none') return;
      haste = 'at-once';
      await heartbeats.now();
    },

    pause: () => heartbeats.pause(),
    wake() {
      // Else the pause would outlast the next sign-in.
      if (nextBeat(machine.value) === 'none') return heartbeats.stop();
      pacing.restart();
      heartbeats.within(wakeDelay(pace));
    },

    stop() {
      signingIn?.cancel.abort();
      heartbeats.stop();
    },
  };
}
