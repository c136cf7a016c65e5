/**
 * A sign-in on a shared computer: where what is hers may go, and when she is signed out by itself.
 *
 * Where it goes is decided when somebody signs in, and holds until she signs out: what was kept before
 * the computer became a shared one is not lost from one start to the next. Signing out by itself
 * follows what the computer is now: so that sign-in ends, too, and all that was kept goes with it.
 */
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Computer, EpochMs, Keeps, SharingSnapshot } from '../../preload/contract';
import { type Deployment, paceOf } from '../deployment/deployment';
import { type Clock, monotonicClock } from './heartbeat';
import { createPresenceWatch, type Presence, presenceLimits } from './presence';

export interface Sharing {
  readonly snapshot: ReadonlySignal<SharingSnapshot>;
  /** What the present sign-in keeps. */
  keeps(): Keeps;
  /** Somebody signs in who was not signed in before. */
  begin(): void;
  /** Whether the sign-in there is ends with the app. */
  endsAtQuit(): boolean;
  /** The machine woke. */
  wake(): void;
  stop(): void;
}

export interface SharingOptions {
  readonly deployment: Deployment;
  /** What was chosen on the sign-in page. Read in an effect. */
  readonly chosen: () => Computer;
  /** Whether somebody is signed in. Read in an effect. */
  readonly isSignedIn: () => boolean;
  /** How long ago the last input was. Milliseconds. */
  readonly idleMs: () => number;
  /** Nobody is there any more. */
  readonly leave: () => void;
  readonly now?: () => EpochMs;
  readonly clock?: Clock;
}

export function createSharing(options: SharingOptions): Sharing {
  const { deployment, chosen, isSignedIn, idleMs, leave } = options;
  const { now = Date.now, clock = monotonicClock } = options;
  const { sharedComputer, sharedComputerIdleMinutes: idleMinutes } = deployment.policy;
  const setBy = sharedComputer === 'required' ? 'school' : 'person';
  const computer = computed<Computer>(() => (setBy === 'school' ? 'shared' : chosen()));
  const keeps = signal<Keeps>('on-disk');
  const presence = signal<Presence>({ kind: 'there' });
  const left = signal<SharingSnapshot['left']>(null);
  const ends = computed(
    () => isSignedIn() && (computer.value === 'shared' || keeps.value === 'in-memory'),
  );

  const watch = createPresenceWatch({
    limits: presenceLimits(idleMinutes, paceOf(deployment)),
    idleMs,
    now,
    clock,
    told(found) {
      batch(() => {
        // Told again each second: the same moment is no news.
        if (!isSame(presence.value, found)) presence.value = found;
        if (found.kind === 'left') left.value = 'unused';
      });
      if (found.kind === 'left') leave();
    },
  });
  const unfollow = effect(() => {
    if (!ends.value) return;
    watch.start();
    return () => {
      watch.stop();
      presence.value = { kind: 'there' };
    };
  });

  return {
    snapshot: computed(() => ({
      computer: computer.value,
      setBy,
      keeps: keeps.value,
      idleMinutes,
      leavesAt: presence.value.kind === 'leaving' ? presence.value.at : null,
      left: left.value,
    })),
    keeps: () => keeps.value,
    begin() {
      keeps.value = computer.value === 'shared' ? 'in-memory' : 'on-disk';
      left.value = null;
    },
    endsAtQuit: () => ends.value,
    wake: watch.lookNow,
    stop() {
      unfollow();
      watch.stop();
    },
  };
}

const isSame = (one: Presence, other: Presence): boolean =>
  one.kind === other.kind && (one.kind !== 'leaving' || one.at === (other as typeof one).at);
