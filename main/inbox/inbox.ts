/** The person's messages as a service: read from the feed, kept, listed, searched and marked. */
import { rm } from 'node:fs/promises';
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type {
  EpochMs,
  Failure,
  InboxSnapshot,
  Mark,
  MarkOutcome,
  Message,
  MessageId,
  MessageKey,
  MessageQuery,
  MessageSummary,
  RefusedMark,
  Result,
} from '../../preload/contract';
import type { FeedPage, OpenApi, Unusable } from '../openapi';
import type { Account } from '../session/session';
import type { CacheKey } from '../storage/cacheKey';
import { isStorageError } from '../storage/database';
import { readFeed } from './feed';
import { type Mailbox, openMailbox } from './mailbox';
import type { MessagePage } from './messageStore';
import type { OutboxOptions } from './outbox';
import { messagesFolder } from './tables';
import type { UnsentPage, Wished } from './wishes';

export interface Inbox {
  readonly snapshot: ReadonlySignal<InboxSnapshot>;
  /** What is kept of hers is shown when it has ended. */
  open(account: Account): Promise<void>;
  /** Reads what is new; a reading under way is joined. */
  refresh(): Promise<Result<'refreshed'>>;
  list(query: MessageQuery): Promise<Uint32Array>;
  summaries(keys: readonly MessageKey[]): readonly MessageSummary[];
  /** Null where there is no such message. */
  read(key: MessageKey): Message | null;
  /** On disk when it answers; a reading or sending under way is not waited for. */
  mark(keys: Uint32Array, as: Mark): Promise<Result<MarkOutcome>>;
  /** Also takes ids of messages that are in no list here. */
  markById(ids: readonly MessageId[], as: Mark): Promise<Result<MarkOutcome>>;
  refusedMarks(): readonly RefusedMark[];
  retryMarks(ids: readonly MessageId[] | 'all'): void;
  discardMarks(ids: readonly MessageId[] | 'all'): void;
  /** Marks go out from now on, `delay` milliseconds later; until `pauseSending`. */
  startSending(delay: number): void;
  pauseSending(): void;
  /**
   * Tells, after each reading, of the unread messages that are new with it, newest first. Nothing of
   * a person's very first reading. Gives its unsubscribe.
   */
  arrivals(listener: (messages: readonly MessageSummary[]) => void): () => void;
  isUnread(key: MessageKey): boolean;
  /** All that is kept of hers, to go through a page at a time; null while nothing is open. */
  kept(): Kept | null;
  /** She signed out: nothing of hers stays once this has ended. */
  forget(): Promise<void>;
  /** The app quits: what is kept stays for the next run. */
  stop(): void;
}

export interface Kept {
  /** False once she has left: then nothing more can be read. */
  isThere(): boolean;
  messages(after: number, count: number): MessagePage;
  unsentMarks(after: number, count: number): UnsentPage;
}

export interface InboxOptions {
  readonly openApi: OpenApi;
  readonly cacheKey: CacheKey;
  readonly deploymentId: string;
  /** Where messages are kept; null keeps them in memory. */
  readonly folder: string | null;
  /** Whether the deployment has a message feed at all. */
  readonly feed: 'present' | 'absent';
  readonly unusable: (entries: readonly Unusable[]) => void;
  /** Messages could not be kept on disk, or what was kept had to be set aside. */
  readonly storageTrouble: (what: 'renewed' | 'refused' | 'not-removed') => void;
  readonly retryDelay: OutboxOptions['retryDelay'];
  readonly now?: () => EpochMs;
}

type FeedState = InboxSnapshot['feed'];

/** A person signed in, with her present token. */
interface Owner {
  readonly account: Account;
  /** Aborted when she has left, or signed in anew. */
  readonly left: AbortController;
  readonly opened: Promise<Mailbox>;
}

const notSignedIn = { ok: false, failure: { kind: 'not-ready', needs: 'sign-in' } } as const;
const cancelled = { ok: false, failure: { kind: 'cancelled' } } as const;

const nothingKept = {
  counts: { total: 0, unread: 0, unusable: 0 },
  outbox: { waiting: 0, refused: 0, cause: null, progress: null },
} as const;

const storages = { kept: 'disk', renewed: 'renewed', memory: 'memory' } as const;

export function createInbox(options: InboxOptions): Inbox {
  const { openApi, folder, deploymentId, feed, now = Date.now } = options;
  const atRest: FeedState = { kind: feed === 'absent' ? 'absent' : 'waiting' };
  const mailbox = signal<Mailbox | null>(null);
  const revision = signal(0);
  const feedState = signal<FeedState>(atRest);
  const listeners = new Set<(messages: readonly MessageSummary[]) => void>();
  /** Taken by the platform since the last reading began, which may not know of them. */
  const settled = new Set<MessageId>();
  let owner: Owner | null = null;
  let sending: 'started' | 'paused' = 'paused';
  let reading: { readonly of: Owner; readonly done: Promise<Result<'refreshed'>> } | null = null;

  const grow = () => {
    revision.value += 1;
  };

  async function openFor({ personId }: Account): Promise<Mailbox> {
    const opened = await openMailbox({
      folder,
      sealer: await options.cacheKey.sealer(),
      deploymentId,
      personId,
      outbox: {
        send: (ids, as, signal) => openApi.markMessages({ personId, ids, as }, signal),
        taken: (ids) => {
          for (const id of ids) settled.add(id);
        },
        retryDelay: options.retryDelay,
      },
      refused: () => options.storageTrouble('refused'),
    });
    if (opened.state === 'renewed') options.storageTrouble('renewed');
    return opened;
  }

  /** What was on screen and under way of hers is not any more. */
  function leave(): Owner | null {
    const former = owner;
    former?.left.abort();
    owner = null;
    mailbox.value = null;
    settled.clear();
    feedState.value = atRest;
    grow();
    return former;
  }

  function take(box: Mailbox, page: FeedPage, arrived: MessageKey[]): void {
    const taken = box.store.take(page, settled);
    arrived.push(...taken.arrived);
    // Its texts are opened anew at the next search.
    if (taken.rewritten.length > 0) box.search.forget();
    box.outbox.recount();
    if (page.messages.length > 0 || page.unusable.length > 0) grow();
    if (page.unusable.length > 0) options.unusable(page.unusable);
  }

  async function readNew(of: Owner): Promise<Result<'refreshed'>> {
    const box = await of.opened;
    if (of !== owner) return cancelled;
    feedState.value = { kind: 'reading' };
    settled.clear();
    const isFirst = box.store.cursor() === null && box.store.counts().total === 0;
    const arrived: MessageKey[] = [];
    const { personId, oauthToken } = of.account;
    const failure = await readFeed(
      openApi,
      { personId, token: oauthToken.token },
      {
        cursor: box.store.cursor,
        forgetCursor: box.store.forgetCursor,
        take: (page) => take(box, page, arrived),
      },
      of.left.signal,
    ).catch(storageFailure);
    if (of !== owner) return cancelled;
    feedState.value = failure
      ? { kind: 'failed', failure, at: now() }
      : { kind: 'read', at: now() };
    if (!isFirst) tellArrivals(box, arrived);
    return failure ? { ok: false, failure } : { ok: true, value: 'refreshed' };
  }

  function tellArrivals(box: Mailbox, arrived: readonly MessageKey[]): void {
    const unread = box.store.summaries(arrived).filter(({ isRead }) => !isRead);
    if (unread.length === 0) return;
    const newestFirst = unread.toSorted((one, other) => other.sentAt - one.sentAt);
    for (const listener of listeners) listener(newestFirst);
  }

  /** Nothing has changed where the disk refuses. */
  async function change(wish: (box: Mailbox) => Wished): Promise<Result<MarkOutcome>> {
    const of = owner;
    if (of === null) return notSignedIn;
    const box = await of.opened;
    if (box !== mailbox.value) return notSignedIn;
    try {
      const outcome = wish(box);
      grow();
      return { ok: true, value: outcome };
    } catch (error) {
      return { ok: false, failure: storageFailure(error) };
    }
  }

  const counts = computed(() => {
    // Taken anew whenever it grows.
    void revision.value;
    const store = mailbox.value?.store;
    return store ? { ...store.counts(), unusable: store.unusable() } : nothingKept.counts;
  });

  return {
    snapshot: computed(() => ({
      revision: revision.value,
      ...counts.value,
      feed: feedState.value,
      storage: storages[mailbox.value?.state ?? 'kept'],
      outbox: mailbox.value?.outbox.snapshot.value ?? nothingKept.outbox,
    })),

    async open(account) {
      const isSame = owner?.account.personId === account.personId;
      const former = isSame ? owner : leave();
      former?.left.abort();
      const opened = isSame && former ? former.opened : openFor(account);
      owner = { account, left: new AbortController(), opened };
      if (former && former.opened !== opened) void former.opened.then((box) => box.close());
      const box = await opened;
      if (owner?.opened !== opened || mailbox.value === box) return;
      mailbox.value = box;
      grow();
      if (sending === 'started') box.outbox.start(0);
    },

    refresh() {
      const of = owner;
      if (of === null) return Promise.resolve(notSignedIn);
      if (feed === 'absent') {
        return Promise.resolve({ ok: false, failure: { kind: 'not-ready', needs: 'feed' } });
      }
      if (reading?.of === of) return reading.done;
      // The former person's reading has been cancelled, and may not have noticed yet.
      const before = reading?.done ?? Promise.resolve();
      const mine = {
        of,
        done: before
          .then(() => readNew(of))
          .finally(() => {
            if (reading === mine) reading = null;
          }),
      };
      reading = mine;
      return mine.done;
    },

    async list({ filter, search }) {
      const box = mailbox.value;
      if (box === null) return new Uint32Array();
      const order = box.store.order(filter);
      return search.trim() === '' ? order : box.search.find(search, order);
    },
    summaries: (keys) => mailbox.value?.store.summaries(keys) ?? [],
    read: (key) => mailbox.value?.store.read(key) ?? null,

    mark: (keys, as) => change(({ outbox }) => outbox.wish(keys, as)),
    markById: (ids, as) => change(({ outbox }) => outbox.wishById(ids, as)),
    refusedMarks: () => mailbox.value?.wishes.listRefused(200) ?? [],
    retryMarks: (ids) => mailbox.value?.outbox.retry(ids),
    discardMarks(ids) {
      mailbox.value?.outbox.discard(ids);
      grow();
    },
    startSending(delay) {
      sending = 'started';
      mailbox.value?.outbox.start(delay);
    },
    pauseSending() {
      sending = 'paused';
      mailbox.value?.outbox.pause();
    },

    arrivals(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isUnread: (key) => mailbox.value?.store.read(key)?.isRead === false,

    kept() {
      const box = mailbox.value;
      return (
        box && {
          isThere: () => box === mailbox.value,
          messages: box.store.after,
          unsentMarks: box.wishes.after,
        }
      );
    },

    async forget() {
      const former = leave();
      try {
        (await former?.opened)?.remove();
        if (folder === null) return;
        await rm(messagesFolder(folder, { deploymentId }), { recursive: true, force: true });
      } catch {
        // Signing out goes on: it takes the key with it, without which nothing there can be read.
        options.storageTrouble('not-removed');
      }
    },

    stop() {
      void leave()?.opened.then((box) => box.close());
    },
  };
}

function storageFailure(error: unknown): Failure {
  if (isStorageError(error)) return { kind: 'storage' };
  throw error;
}
