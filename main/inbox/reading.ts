/** Readings of the feed into a mailbox: one at a time, and what they brought. */
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type {
  EpochMs,
  InboxSnapshot,
  MessageId,
  MessageKey,
  MessageSummary,
  Result,
} from '../../preload/contract';
import type { FeedPage, OpenApi, Unusable } from '../openapi';
import type { Account } from '../session/session';
import { storageFailure } from '../storage/database';
import { readFeed } from './feed';
import type { Mailbox } from './mailbox';

/** A person signed in with her present token, and her messages. */
export interface Reader {
  readonly account: Account;
  /** Aborted when she has left, or signed in anew. */
  readonly left: AbortController;
  readonly opened: Promise<Result<Mailbox>>;
}

export interface Reading {
  readonly state: ReadonlySignal<InboxSnapshot['feed']>;
  /** Reads what is new; a reading of the same reader's that is under way is joined. */
  read(of: Reader): Promise<Result<'refreshed'>>;
  /** The platform has taken marks of these: a reading under way may not know of them yet. */
  taken(ids: readonly MessageId[]): void;
  /** See `Inbox`. */
  arrivals(listener: (messages: readonly MessageSummary[]) => void): () => void;
  /** The reader has left. */
  forget(): void;
}

export interface ReadingOptions {
  readonly openApi: OpenApi;
  /** Whether the deployment has a message feed at all. */
  readonly feed: 'present' | 'absent';
  readonly unusable: (entries: readonly Unusable[]) => void;
  /** A page has been taken. */
  readonly changed: () => void;
  /** A reading has come to its end without a failure. */
  readonly ended: (mailbox: Mailbox) => void;
  readonly now?: () => EpochMs;
}

const cancelled = { ok: false, failure: { kind: 'cancelled' } } as const;
const noFeed = { ok: false, failure: { kind: 'not-ready', needs: 'feed' } } as const;

export function createReading(options: ReadingOptions): Reading {
  const { openApi, feed, now = Date.now } = options;
  const atRest: InboxSnapshot['feed'] = { kind: feed === 'absent' ? 'absent' : 'waiting' };
  const state = signal(atRest);
  const listeners = new Set<(messages: readonly MessageSummary[]) => void>();
  /** Taken by the platform since the last reading began. */
  const settled = new Set<MessageId>();
  let underWay: { readonly of: Reader; readonly done: Promise<Result<'refreshed'>> } | null = null;

  function take({ store, outbox }: Mailbox, page: FeedPage): readonly MessageKey[] {
    const arrived = store.take(page, settled);
    outbox.recount();
    if (page.messages.length > 0 || page.unusable.length > 0) options.changed();
    if (page.unusable.length > 0) options.unusable(page.unusable);
    return arrived;
  }

  async function readNew({ account, left, opened }: Reader): Promise<Result<'refreshed'>> {
    const found = await opened;
    if (left.signal.aborted) return cancelled;
    if (!found.ok) {
      state.value = { kind: 'failed', failure: found.failure, at: now() };
      return found;
    }
    const box = found.value;
    state.value = { kind: 'reading' };
    settled.clear();
    const isFirst = box.store.cursor() === null && box.store.counts().total === 0;
    const arrived: MessageKey[] = [];
    const failure = await readFeed(
      openApi,
      { personId: account.personId, token: account.oauthToken.token },
      {
        cursor: box.store.cursor,
        forgetCursor: box.store.forgetCursor,
        take: (page) => void arrived.push(...take(box, page)),
      },
      left.signal,
    ).catch(storageFailure);
    if (left.signal.aborted) return cancelled;
    state.value = failure ? { kind: 'failed', failure, at: now() } : { kind: 'read', at: now() };
    if (!isFirst) tellArrivals(box, arrived);
    if (failure !== null) return { ok: false, failure };
    options.ended(box);
    return { ok: true, value: 'refreshed' };
  }

  function tellArrivals({ store }: Mailbox, arrived: readonly MessageKey[]): void {
    const unread = store.summaries(arrived).filter(({ isRead }) => !isRead);
    if (unread.length === 0) return;
    const newestFirst = unread.toSorted((one, other) => other.sentAt - one.sentAt);
    for (const listener of listeners) listener(newestFirst);
  }

  return {
    state,

    read(of) {
      if (feed === 'absent') return Promise.resolve(noFeed);
      if (underWay?.of === of) return underWay.done;
      // The former reader's has been cancelled, and may not have noticed yet.
      const before = underWay?.done ?? Promise.resolve();
      const mine = {
        of,
        done: before
          .then(() => readNew(of))
          .finally(() => {
            if (underWay === mine) underWay = null;
          }),
      };
      underWay = mine;
      return mine.done;
    },

    taken(ids) {
      for (const id of ids) settled.add(id);
    },

    arrivals(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    forget() {
      settled.clear();
      state.value = atRest;
    },
  };
}
