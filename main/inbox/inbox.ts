/** The person's messages as a service: read from the feed, kept, listed, searched and marked. */
import { rm } from 'node:fs/promises';
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type {
  EpochMs,
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
import type { OpenApi, Unusable } from '../openapi';
import type { Account } from '../session/session';
import type { CacheKey } from '../storage/cacheKey';
import { storageFailure } from '../storage/database';
import { type Mailbox, openMailbox } from './mailbox';
import type { MessagePage, MessageStore } from './messageStore';
import type { OutboxOptions } from './outbox';
import { createReading, type Reader } from './reading';
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
  /** Of hers, once what is kept has been opened; null where there is no such message. */
  keyOf(id: MessageId): Promise<MessageKey | null>;
  /** On disk when it answers; a reading or sending under way is not waited for. */
  mark(keys: Uint32Array, as: Mark): Promise<Result<MarkOutcome>>;
  /** Also takes ids of messages that are in no list here. */
  markById(ids: readonly MessageId[], as: Mark): Promise<Result<MarkOutcome>>;
  refusedMarks(): readonly RefusedMark[];
  retryMarks(ids: readonly MessageId[] | 'all'): Result<'retrying'>;
  discardMarks(ids: readonly MessageId[] | 'all'): Result<'discarded'>;
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
  /**
   * Messages could not be kept on disk, or what was kept had to be set aside. `not-opened`: there is no
   * place for them at all, with what was thrown.
   */
  readonly storageTrouble: (
    what: 'renewed' | 'refused' | 'not-removed' | 'not-opened',
    error?: unknown,
  ) => void;
  readonly retryDelay: OutboxOptions['retryDelay'];
  readonly now?: () => EpochMs;
}

const notSignedIn = { ok: false, failure: { kind: 'not-ready', needs: 'sign-in' } } as const;

const nothingKept = {
  counts: { total: 0, unread: 0, unusable: 0 },
  outbox: { waiting: 0, refused: 0, cause: null, progress: null },
} as const;

const storages = {
  kept: 'disk',
  renewed: 'renewed',
  memory: 'memory',
  refused: 'refused',
} as const;

export function createInbox(options: InboxOptions): Inbox {
  const { openApi, folder, deploymentId } = options;
  const reading = createReading({
    openApi,
    feed: options.feed,
    unusable: options.unusable,
    changed: () => grow('messages'),
    ended: resumeSending,
    ...(options.now && { now: options.now }),
  });
  const mailbox = signal<Mailbox | null>(null);
  const revision = signal(0);
  /** As they were last read: of 50 000 messages that takes longer than all else of a list. */
  const orders = new Map<MessageQuery['filter'], Uint32Array>();
  let owner: Reader | null = null;
  /** What came to nothing: whoever wants it next opens it anew. */
  let unopened: Reader['opened'] | null = null;
  let sending: 'started' | 'paused' = 'paused';

  /** By marks the order of all of them stays as it is. */
  function grow(by: 'messages' | 'marks'): void {
    if (by === 'messages') orders.clear();
    orders.delete('unread');
    revision.value += 1;
  }

  function orderOf(store: MessageStore, filter: MessageQuery['filter']): Uint32Array {
    const order = orders.get(filter) ?? store.order(filter);
    orders.set(filter, order);
    return order;
  }

  async function openFor(account: Account): Promise<Result<Mailbox>> {
    try {
      return { ok: true, value: await mailboxOf(account) };
    } catch (error) {
      options.storageTrouble('not-opened', error);
      // Not the disk, which would not have kept it from being in memory.
      return { ok: false, failure: { kind: 'internal' } };
    }
  }

  async function mailboxOf({ personId }: Account): Promise<Mailbox> {
    const opened = await openMailbox({
      folder,
      sealer: await options.cacheKey.sealer(),
      deploymentId,
      personId,
      outbox: {
        send: (ids, as, signal) => openApi.markMessages({ personId, ids, as }, signal),
        taken: reading.taken,
        retryDelay: options.retryDelay,
      },
      refused: () => void options.storageTrouble('refused'),
    });
    if (opened.state === 'renewed') options.storageTrouble('renewed');
    return opened;
  }

  /** What was on screen and under way of hers is not any more. */
  function leave(): Reader | null {
    const former = owner;
    former?.left.abort();
    owner = null;
    mailbox.value = null;
    reading.forget();
    grow('messages');
    return former;
  }

  /** The feed answers: what kept marks from being sent may be over, but for a refusal. */
  function resumeSending({ outbox }: Mailbox): void {
    const { cause } = outbox.snapshot.value;
    if (sending === 'started' && cause !== null && cause.kind !== 'rejected') outbox.start(0);
  }

  async function open(account: Account): Promise<void> {
    const isSame = owner?.account.personId === account.personId;
    const former = isSame ? owner : leave();
    former?.left.abort();
    const isUsable = isSame && former !== null && former.opened !== unopened;
    const opened = isUsable ? former.opened : openFor(account);
    owner = { account, left: new AbortController(), opened };
    if (former && former.opened !== opened) void close(former);
    const box = await opened;
    if (owner?.opened !== opened || !box.ok || mailbox.value === box.value) return;
    mailbox.value = box.value;
    grow('messages');
    if (sending === 'started') box.value.outbox.start(0);
  }

  async function close({ opened }: Reader): Promise<void> {
    const box = await opened;
    if (box.ok) box.value.close();
  }

  /** Who reads, and what she reads from; what could not be opened the last time is tried once more. */
  async function reader(): Promise<{ readonly of: Reader; readonly box: Result<Mailbox> } | null> {
    if (owner !== null && owner.opened === unopened) await open(owner.account);
    const of = owner;
    if (of === null) return null;
    const box = await of.opened;
    if (!box.ok) unopened = of.opened;
    return { of, box };
  }

  /** Nothing has changed where the disk refuses. */
  async function change(wish: (box: Mailbox) => Wished): Promise<Result<MarkOutcome>> {
    const box = (await reader())?.box ?? notSignedIn;
    if (!box.ok) return box;
    if (box.value !== mailbox.value) return notSignedIn;
    try {
      const outcome = wish(box.value);
      grow('marks');
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
      feed: reading.state.value,
      storage: storages[mailbox.value?.state ?? 'kept'],
      outbox: mailbox.value?.outbox.snapshot.value ?? nothingKept.outbox,
    })),

    open,

    async refresh() {
      const reads = await reader();
      return reads === null ? notSignedIn : reading.read(reads.of);
    },

    async list({ filter, search }) {
      const box = mailbox.value;
      if (box === null) return new Uint32Array();
      const order = orderOf(box.store, filter);
      return search.trim() === '' ? order : box.search.find(search, order);
    },
    summaries: (keys) => mailbox.value?.store.summaries(keys) ?? [],
    read: (key) => mailbox.value?.store.read(key) ?? null,
    async keyOf(id) {
      const of = owner;
      const box = await of?.opened;
      return of === owner && box?.ok ? box.value.store.keyOf(id) : null;
    },

    mark: (keys, as) => change(({ outbox }) => outbox.wish(keys, as)),
    markById: (ids, as) => change(({ outbox }) => outbox.wishById(ids, as)),
    refusedMarks: () => mailbox.value?.wishes.listRefused(200) ?? [],
    retryMarks(ids) {
      try {
        mailbox.value?.outbox.retry(ids);
        return { ok: true, value: 'retrying' };
      } catch (error) {
        return { ok: false, failure: storageFailure(error) };
      }
    },
    discardMarks(ids) {
      try {
        mailbox.value?.outbox.discard(ids);
        grow('marks');
        return { ok: true, value: 'discarded' };
      } catch (error) {
        return { ok: false, failure: storageFailure(error) };
      }
    },
    startSending(delay) {
      sending = 'started';
      mailbox.value?.outbox.start(delay);
    },
    pauseSending() {
      sending = 'paused';
      mailbox.value?.outbox.pause();
    },

    arrivals: reading.arrivals,
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
        const box = await former?.opened;
        if (box?.ok) box.value.remove();
        if (folder === null) return;
        await rm(messagesFolder(folder, { deploymentId }), { recursive: true, force: true });
      } catch {
        // Signing out goes on: it takes the key with it, without which nothing there can be read.
        options.storageTrouble('not-removed');
      }
    },

    stop() {
      const former = leave();
      if (former !== null) void close(former);
    },
  };
}
