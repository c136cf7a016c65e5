/** The services of one deployment, wired to each other. Knows no window. */
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Failure, MessageKey, SharingSnapshot } from '../preload/contract';
import { picturesLimit } from '../preload/stored';
import { type Deployment, paceOf } from './deployment/deployment';
import { createInbox, type Inbox, type InboxOptions } from './inbox/inbox';
import { createPoll } from './inbox/poll';
import { deploymentPlace } from './media/pictureAddress';
import { createPictureCache } from './media/pictureCache';
import { createPictureFetch } from './media/pictureFetch';
import { createPictureMemory } from './media/pictureMemory';
import type { PictureNetwork } from './media/pictureNetwork';
import { createPictures, type Pictures } from './media/pictures';
import { createOpenApi, type Unusable } from './openapi';
import { createProfileCache, type SealedFile } from './profile/cache';
import { createProfile, type ProfileService } from './profile/profile';
import { appKeyFrom } from './session/appKey';
import { cacheKeyPlace } from './session/cacheKeyPlace';
import { backoffDelay, type Clock } from './session/heartbeat';
import { createKeptSessions, type MarkerPlace } from './session/keptSession';
import type { Keychain } from './session/keychain';
import type { LoginWindow } from './session/loginWindow';
import { createSession, type Session, type SessionOptions } from './session/session';
import { createSharing, type SharingOptions } from './session/sharing';
import { createCacheKey } from './storage/cacheKey';
import { followTraffic } from './traffic';

export interface Services {
  readonly session: Session;
  readonly profile: ProfileService;
  readonly inbox: Inbox;
  readonly pictures: Pictures;
  readonly sharing: ReadonlySignal<SharingSnapshot>;
  /** Takes up what an earlier run kept, and begins to ask the platform. Ends when her profile is there. */
  start(): Promise<void>;
  /** The machine goes to sleep: nothing is sent by itself until `wake`. May be called twice. */
  pause(): void;
  /** It woke, or has a network again: the platform is asked soon, and once. May be called twice. */
  wake(): void;
  /** Whether the present sign-in ends with the app. Read in an effect. */
  endsAtQuit(): boolean;
  /**
   * Signs out before the app quits, where the sign-in ends with it: what is to be sent has two
   * seconds to go out. Null where nothing is to be done.
   */
  leaveAtQuit(): Promise<void> | null;
  /** Nothing more is sent. */
  stop(): void;
}

export interface ServicesOptions {
  readonly deployment: Deployment;
  /** Of an Electron session of its own: in memory, without cookies. */
  readonly fetch: typeof fetch;
  /** No call to the platform is made before it has ended. */
  readonly begin?: Promise<void>;
  /** Who issued the certificate of `host` that was refused last in that session. */
  readonly issuerOf: (host: string) => string | null;
  readonly keychain: Keychain;
  readonly marker: MarkerPlace;
  readonly profileFile: SealedFile;
  /** Where messages are kept; null keeps them in memory. */
  readonly messagesFolder: string | null;
  readonly picturesFolder: string;
  readonly pictureNetwork: PictureNetwork;
  readonly loginWindow: LoginWindow;
  readonly isIdle: SessionOptions['isIdle'];
  /** What was chosen on the sign-in page. Read in an effect. */
  readonly computer: SharingOptions['chosen'];
  /** How long ago the last input was. Milliseconds. */
  readonly idleMs: SharingOptions['idleMs'];
  readonly log: {
    readonly session: SessionOptions['log'];
    /** The fields that made parts of an answer unusable; no content of theirs. */
    readonly unusable: (answer: 'feed' | 'profile', fields: readonly string[]) => void;
    /** The file of messages: set aside for a new one, not to be had, or not to be removed; see inbox. */
    readonly storageTrouble: InboxOptions['storageTrouble'];
    /** Each time that a refresh, or the sending of marks, fails, as it is: see the session's. */
    readonly refreshFailed: (of: 'feed' | 'profile' | 'marks', cause: Failure) => void;
  };
  /** What heartbeats are planned by. */
  readonly clock?: Clock;
}

/** What the platform's documents and a slow school network make sensible; see platform client. */
const timeLimit = 10_000;
const sizeLimit = 5 * 1024 * 1024;

/** Of all pictures: some hundred on disk, some dozen where nothing goes to disk. */
const picturesOnDisk = picturesLimit * 1024 * 1024;
const picturesInMemory = 16 * 1024 * 1024;

export function createServices(options: ServicesOptions): Services {
  const { deployment, fetch, issuerOf, keychain, marker, profileFile, loginWindow, log, clock } =
    options;
  const limits = { timeoutMs: timeLimit * paceOf(deployment), bytes: sizeLimit };
  const openApi = createOpenApi({
    platform: deployment,
    appKey: appKeyFrom(deployment, keychain),
    fetch,
    ...(options.begin && { begin: options.begin }),
    issuerOf,
    limits,
    refusalSpreadMs: 2 * deployment.session.heartbeatSeconds * 1000,
  });

  /** Marks that could not be taken are tried again as heartbeats are, up to the feed's period. */
  const markPace = {
    period: deployment.messages.pollSeconds * 1000,
    scale: paceOf(deployment),
    random: Math.random,
  };
  const isSignedIn = signal(false);
  const sharing = createSharing({
    deployment,
    chosen: options.computer,
    isSignedIn: () => isSignedIn.value,
    idleMs: options.idleMs,
    leave: () => void session.signOut(),
    ...(clock && { clock }),
  });
  const cacheKey = createCacheKey(cacheKeyPlace(keychain, sharing.keeps));
  const inbox = createInbox({
    openApi,
    cacheKey,
    deploymentId: deployment.id,
    folder: options.messagesFolder,
    feed: deployment.messages.feedUrl === undefined ? 'absent' : 'present',
    unusable: (entries) => log.unusable('feed', fieldsOf(entries)),
    storageTrouble: log.storageTrouble,
    retryDelay: (failures) => backoffDelay(markPace, failures),
  });
  const place = deploymentPlace(deployment.gateway);
  const pictures = createPictures({
    addressOf: (of) =>
      of.kind === 'message'
        ? pictureUrlOf(inbox, of.key)
        : (profile.snapshot.value.profile?.person.pictureUrl ?? null),
    fetchPicture: createPictureFetch({
      network: options.pictureNetwork,
      deployment: place,
      limits,
      issuerOf,
    }),
    cache: createPictureCache({
      folder: options.picturesFolder,
      cacheKey,
      deploymentId: deployment.id,
      limitBytes: picturesOnDisk,
    }),
    memory: createPictureMemory(picturesInMemory),
    deployment: place,
  });
  const kept = createKeptSessions(keychain, marker, sharing.keeps);

  /**
   * What cannot be removed keeps nothing else from going, least of all the keychain's entries: without
   * its key, which is one of them, nobody reads what is left.
   */
  async function leave(): Promise<void> {
    poll.stop();
    const removals = [inbox.forget(), pictures.forget(), profile.forget()];
    const ended = await Promise.allSettled(removals);
    cacheKey.forget();
    if (ended.some(({ status }) => status === 'rejected')) log.storageTrouble('not-removed');
  }

  const session: Session = createSession({
    deployment,
    openApi,
    kept,
    loginWindow,
    async begin() {
      // The former person has not signed out, and what is kept of hers has no place here any more.
      if (session.account.value !== null && sharing.snapshot.value.computer === 'shared') {
        await leave();
        await kept.remove();
      }
      sharing.begin();
    },
    async gaveUp() {
      // Else whoever sits down next would be signed in as her.
      if (sharing.snapshot.value.computer === 'shared') await loginWindow.forget();
    },
    leave,
    isIdle: options.isIdle,
    log: log.session,
    ...(clock && { clock }),
  });
  const profile = createProfile({
    openApi,
    cache: createProfileCache(profileFile, cacheKey, deployment.id),
    currentOrganisation: session.currentOrganisation,
    unusable: (entries) => log.unusable('profile', fieldsOf(entries)),
  });
  const poll = createPoll(inbox, deployment.messages.pollSeconds * 1000);

  const unfollowAccount = session.account.subscribe((account) => {
    isSignedIn.value = account !== null;
  });
  const traffic = followTraffic({ session, profile, inbox, pictures, poll, markPace });

  const profileFailure = computed(() => profile.snapshot.value.failure);
  const feedFailure = computed(() => {
    const { feed } = inbox.snapshot.value;
    return feed.kind === 'failed' ? feed.failure : null;
  });
  const marksFailure = computed(() => inbox.snapshot.value.outbox.cause);
  const unfollowFailures = [
    profileFailure.subscribe((cause) => cause && log.refreshFailed('profile', cause)),
    feedFailure.subscribe((cause) => cause && log.refreshFailed('feed', cause)),
    marksFailure.subscribe((cause) => cause && log.refreshFailed('marks', cause)),
  ];

  return {
    session,
    profile,
    inbox,
    pictures,
    sharing: sharing.snapshot,
    async start() {
      await session.restore();
      await traffic.profileOpened();
    },
    pause: traffic.pause,
    wake() {
      sharing.wake();
      traffic.wake();
    },
    endsAtQuit: sharing.endsAtQuit,
    leaveAtQuit() {
      if (!sharing.endsAtQuit()) return null;
      // The quit waits for it no longer than `leavingEnds` (shell/quitting).
      return kept
        .toBeRemoved()
        .then(traffic.marksSent)
        .then(async () => {
          await session.signOut();
        });
    },
    stop() {
      unfollowAccount();
      traffic.stop();
      for (const unfollow of unfollowFailures) unfollow();
      sharing.stop();
      poll.stop();
      session.stop();
      inbox.stop();
      pictures.stop();
    },
  };
}

function pictureUrlOf(inbox: Inbox, key: MessageKey): string | null {
  const body = inbox.read(key)?.body;
  return body?.kind === 'link' || body?.kind === 'oa' ? body.pictureUrl : null;
}

const fieldsOf = (entries: readonly Unusable[]) => entries.map(({ field }) => field);
