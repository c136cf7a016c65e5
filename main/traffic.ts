/** What goes out to the platform by itself, and when: by who is signed in and whether it is in reach. */
import { computed } from '@preact/signals-core';
import type { SessionState } from '../preload/contract';
import type { Inbox } from './inbox/inbox';
import type { Poll } from './inbox/poll';
import type { Pictures } from './media/pictures';
import type { ProfileService } from './profile/profile';
import { type HeartbeatPace, wakeDelay } from './session/heartbeat';
import type { Session } from './session/session';

export interface Traffic {
  /** Ends when what is kept of her profile is shown; at once while nobody is signed in. */
  profileOpened(): Promise<void>;
  /** The machine goes to sleep: nothing is sent by itself until `wake`. */
  pause(): void;
  wake(): void;
  /** Ends when no mark waits to be sent, or when that has taken too long. */
  marksSent(): Promise<void>;
  stop(): void;
}

export interface TrafficOptions {
  readonly session: Session;
  readonly profile: ProfileService;
  readonly inbox: Inbox;
  readonly pictures: Pictures;
  readonly poll: Poll;
  /** By which marks, and the feed, are asked for again after a sleep. */
  readonly markPace: HeartbeatPace;
}

/** How long a quit waits for marks: as long as the system gives an app at its own end. */
const sendingAtQuit = 2_000;

export function followTraffic(options: TrafficOptions): Traffic {
  const { session, profile, inbox, pictures, poll, markPace } = options;
  let profileOpened: Promise<void> = Promise.resolve();

  /** For each sign-in, or a kept one taken up: first what is kept of hers, then the platform. */
  const unfollowAccount = session.account.subscribe((account) => {
    if (account === null) return;
    pictures.open(account.personId);
    void inbox.open(account).then(poll.start);
    profileOpened = profile.open(account.personId);
    void profileOpened.then(() => profile.refresh());
  });

  /** Out of reach nothing is asked; back in reach, what could not be read meanwhile is read now. */
  const reach = computed(() => reachIn(session.snapshot.value.state.kind));
  let wasOut = false;
  const unfollowReach = reach.subscribe((now) => {
    const isBack = wasOut && now === 'in-reach';
    wasOut = now === 'out-of-reach';
    if (now === 'in-reach') inbox.startSending(0);
    else inbox.pauseSending();
    if (wasOut) poll.stop();
    if (!isBack) return;
    // Only what failed: all the desktops of a region come back within the same minutes.
    if (profile.snapshot.value.failure !== null) void profile.refresh();
    poll.start();
  });

  return {
    profileOpened: () => profileOpened,
    pause() {
      session.pause();
      poll.stop();
      inbox.pauseSending();
    },
    wake() {
      session.wake();
      if (reach.value === 'out-of-reach') return;
      poll.startAfter(wakeDelay(markPace));
      if (reach.value === 'in-reach') inbox.startSending(wakeDelay(markPace));
    },
    marksSent() {
      const waiting = computed(() => inbox.snapshot.value.outbox.waiting);
      if (waiting.value === 0 || reach.value !== 'in-reach') return Promise.resolve();
      inbox.startSending(0);
      return new Promise((resolve) => {
        const timer = setTimeout(end, sendingAtQuit);
        const unfollow = waiting.subscribe((count) => {
          if (count === 0) end();
        });
        function end(): void {
          clearTimeout(timer);
          unfollow();
          resolve();
        }
      });
    },
    stop() {
      unfollowAccount();
      unfollowReach();
    },
  };
}

/** `unknown` while it is being found out: the feed may be read, and marks wait. */
function reachIn(state: SessionState['kind']): 'in-reach' | 'out-of-reach' | 'unknown' {
  switch (state) {
    case 'active':
    case 'no-session':
      return 'in-reach';
    case 'checking':
    case 'renewing':
    case 'signing-in':
      return 'unknown';
    case 'unreachable':
    case 'expired':
    case 'displaced':
    case 'signed-out':
    case 'keychain-locked':
      return 'out-of-reach';
  }
}
