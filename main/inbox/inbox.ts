/** The person's messages as a service: read from the feed, listed, and marked. */
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type {
  EpochMs,
  InboxSnapshot,
  MarkOutcome,
  Message,
  MessageId,
  MessageSummary,
  Result,
} from '../../preload/contract';
import type { FeedPage, OpenApi, Unusable } from '../openapi';
import type { Account } from '../session/session';
import { createFeedReader } from './feed';
import { sendMarks } from './marks';
import { messageOf, newestFirst, summaryOf } from './message';

export interface Inbox {
  readonly snapshot: ReadonlySignal<InboxSnapshot>;
  open(account: Account): void;
  /** Reads what is new; a reading under way is joined. */
  refresh(): Promise<Result<'refreshed'>>;
  list(filter: 'all' | 'unread'): readonly MessageSummary[];
  /** Null where there is no such message. */
  read(id: MessageId): Message | null;
  /** Also takes ids of messages that are in no list here. */
  mark(ids: readonly MessageId[], as: 'read' | 'unread'): Promise<Result<MarkOutcome>>;
  forget(): void;
}

export interface InboxOptions {
  readonly openApi: OpenApi;
  /** Whether the deployment has a message feed at all. */
  readonly feed: 'present' | 'absent';
  readonly unusable: (entries: readonly Unusable[]) => void;
  readonly now?: () => EpochMs;
}

type FeedState = InboxSnapshot['feed'];

const notSignedIn = {
  ok: false,
  failure: { kind: 'not-ready', needs: 'sign-in' },
} as const;

export function createInbox(options: InboxOptions): Inbox {
  const { openApi, feed, now = Date.now } = options;
  const atRest: FeedState = { kind: feed === 'absent' ? 'absent' : 'waiting' };
  const reader = createFeedReader(openApi);
  const messages = new Map<MessageId, Message>();
  const revision = signal(0);
  const unusable = signal(0);
  const feedState = signal<FeedState>(atRest);
  const marking = signal<{ readonly done: number; readonly of: number } | null>(null);
  /** Marks not yet taken: what the feed says of these in the meantime is older than her wish. */
  const pending = new Map<MessageId, number>();
  let owner: { readonly account: Account; readonly left: AbortController } | null = null;
  let reading: Promise<Result<'refreshed'>> | null = null;
  let lastMarks: Promise<unknown> = Promise.resolve();

  function take(page: FeedPage): void {
    for (const sent of page.messages) {
      const message = messageOf(sent);
      const known = messages.get(message.id);
      const isRead = known && pending.has(message.id) ? known.isRead : message.isRead;
      messages.set(message.id, { ...message, isRead });
    }
    if (page.messages.length > 0) revision.value += 1;
    if (page.unusable.length > 0) {
      unusable.value += page.unusable.length;
      options.unusable(page.unusable);
    }
  }

  async function readFeed(): Promise<Result<'refreshed'>> {
    const of = owner;
    if (of === null) return notSignedIn;
    if (feed === 'absent') return { ok: false, failure: { kind: 'not-ready', needs: 'feed' } };
    feedState.value = { kind: 'reading' };
    const { personId, oauthToken } = of.account;
    const failure = await reader.read({ personId, token: oauthToken.token }, take, of.left.signal);
    if (of !== owner) return { ok: false, failure: { kind: 'cancelled' } };
    feedState.value = failure
      ? { kind: 'failed', failure, at: now() }
      : { kind: 'read', at: now() };
    return failure ? { ok: false, failure } : { ok: true, value: 'refreshed' };
  }

  function setRead(ids: readonly MessageId[], isRead: boolean): void {
    for (const id of ids) {
      const message = messages.get(id);
      if (message) messages.set(id, { ...message, isRead });
    }
    revision.value += 1;
  }

  async function send(
    ids: readonly MessageId[],
    as: 'read' | 'unread',
    of: NonNullable<typeof owner>,
  ): Promise<Result<MarkOutcome>> {
    if (of !== owner) return notSignedIn;
    marking.value = { done: 0, of: ids.length };
    const outcome = await sendMarks(
      openApi,
      { personId: of.account.personId, ids, as },
      (taken) => {
        if (of !== owner) return;
        setRead(taken, as === 'read');
        marking.value = { done: (marking.value?.done ?? 0) + taken.length, of: ids.length };
      },
      of.left.signal,
    );
    if (of === owner) marking.value = null;
    return { ok: true, value: outcome };
  }

  function hold(ids: readonly MessageId[], step: 1 | -1): void {
    for (const id of ids) {
      const count = (pending.get(id) ?? 0) + step;
      if (count > 0) pending.set(id, count);
      else pending.delete(id);
    }
  }

  function forget(): void {
    owner?.left.abort();
    owner = null;
    reader.rewind();
    messages.clear();
    pending.clear();
    revision.value += 1;
    unusable.value = 0;
    feedState.value = atRest;
    marking.value = null;
  }

  return {
    snapshot: computed(() => ({
      // Read first: the counts below are taken anew whenever it grows.
      revision: revision.value,
      total: messages.size,
      unread: [...messages.values()].filter(({ isRead }) => !isRead).length,
      unusable: unusable.value,
      feed: feedState.value,
      marking: marking.value,
    })),

    open(account) {
      if (owner?.account.personId !== account.personId) forget();
      owner?.left.abort();
      owner = { account, left: new AbortController() };
    },

    refresh() {
      reading ??= readFeed().finally(() => {
        reading = null;
      });
      return reading;
    },

    list(filter) {
      const all = [...messages.values()];
      const shown = filter === 'all' ? all : all.filter(({ isRead }) => !isRead);
      return shown.map(summaryOf).sort(newestFirst);
    },

    read: (id) => messages.get(id) ?? null,

    async mark(ids, as) {
      const of = owner;
      if (of === null) return notSignedIn;
      const distinct = [...new Set(ids)];
      hold(distinct, 1);
      // One at a time: two wishes for the same message reach the platform in the order they were had.
      const sent = lastMarks.then(() => send(distinct, as, of));
      lastMarks = sent;
      const outcome = await sent;
      hold(distinct, -1);
      return outcome;
    },

    forget,
  };
}
