/**
 * Sends the wishes to the platform: at most 50 in a call and four calls at a time, the oldest first.
 * What the platform cannot be asked waits; what it refuses is told. A message is never part of two
 * calls at a time, so that two wishes for it arrive in the order she had them.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Failure, Mark, MessageId, OutboxSnapshot, Result } from '../../preload/contract';
import { MOST_MARKS } from '../openapi';
import { type Clock, monotonicClock } from '../session/heartbeat';
import { storageFailure } from '../storage/database';
import { findRefused } from './refusals';
import type { Wish, Wished, Wishes } from './wishes';

const mostCalls = 4;

export interface Outbox {
  readonly snapshot: ReadonlySignal<OutboxSnapshot>;
  wish(keys: Uint32Array, as: Mark): Wished;
  wishById(ids: readonly MessageId[], as: Mark): Wished;
  /** The platform can be asked: what waits goes out, after `delay` milliseconds. */
  start(delay: number): void;
  /** Nothing more is sent until `start`; what is under way may end. */
  pause(): void;
  retry(ids: readonly MessageId[] | 'all'): void;
  /** Of the refused. While the platform refuses everything, `all` are all that wait, too. */
  discard(ids: readonly MessageId[] | 'all'): void;
  /** Marks may have become fulfilled, or otherwise, outside of it. */
  recount(): void;
  /** Cancels what is under way: it is then not known to have arrived, and goes out the next time. */
  stop(): void;
}

export interface OutboxOptions {
  readonly wishes: Wishes;
  readonly send: (
    ids: readonly MessageId[],
    as: Mark,
    signal: AbortSignal,
  ) => Promise<Result<unknown>>;
  /** Told of the ids of each call that the platform has taken, when that is on disk. */
  readonly taken: (ids: readonly MessageId[]) => void;
  /** Milliseconds until the next try; `failures` in a row, from 1. */
  readonly retryDelay: (failures: number, failure: Failure) => number;
  readonly clock?: Clock;
}

export function createOutbox(options: OutboxOptions): Outbox {
  const { wishes, retryDelay, clock = monotonicClock } = options;
  const counts = signal(wishes.counts());
  const cause = signal<Failure | null>(null);
  /** Taken since nothing waited. */
  const done = signal(0);
  const underWay = new Set<number>();
  const stopped = new AbortController();
  let calls = 0;
  let failures = 0;
  let state: 'paused' | 'running' | 'held' = 'paused';
  let unplan = () => {};

  /** Nobody above could tell her of what the disk throws in a timer: what waits is held for it. */
  function unlessRefused(action: () => void): void {
    try {
      action();
    } catch (error) {
      hold(storageFailure(error));
    }
  }

  function recount(): void {
    unlessRefused(() => {
      counts.value = wishes.counts();
      if (counts.value.waiting > 0) return;
      done.value = 0;
      cause.value = null;
      failures = 0;
    });
  }

  function run(delay: number): void {
    unplan();
    state = 'held';
    unplan = clock.after(delay, () => {
      state = 'running';
      // The disk may have kept it from being counted.
      recount();
      fill();
    });
  }

  function fill(): void {
    unlessRefused(() => {
      while (state === 'running' && calls < mostCalls) {
        const batch = wishes.next(MOST_MARKS, underWay);
        if (batch.length === 0) return;
        void place(batch);
      }
    });
  }

  async function place(batch: readonly Wish[]): Promise<void> {
    calls += 1;
    for (const { place } of batch) underWay.add(place);
    const failure = await deliver(batch).catch(storageFailure);
    calls -= 1;
    for (const { place } of batch) underWay.delete(place);
    if (stopped.signal.aborted) return;
    recount();
    if (failure !== null) hold(failure);
    fill();
  }

  /** Gives what keeps the wishes from being taken, or null when each has found its end. */
  async function deliver(batch: readonly Wish[]): Promise<Failure | null> {
    const answer = await send(batch);
    if (answer.ok) return null;
    if (answer.failure.kind !== 'rejected') return answer.failure;
    const found = await findRefused(batch, answer.failure, send);
    if (stopped.signal.aborted) return null;
    if (found.kind === 'not-the-items') return found.failure;
    for (const { item, failure } of found.refused) wishes.refused(item, failure);
    return found.kind === 'interrupted' ? found.failure : null;
  }

  async function send(batch: readonly Wish[]): Promise<Result<unknown>> {
    // While the call is searched for what is refused, she may wish otherwise: that goes out after it.
    const some = wishes.standing(batch);
    if (some.length === 0) return { ok: true, value: 'nothing to send' };
    const ids = some.map(({ id }) => id);
    wishes.trying(some);
    const answer = await options.send(ids, some[0]?.as ?? 'read', stopped.signal);
    if (stopped.signal.aborted) return { ok: false, failure: { kind: 'cancelled' } };
    if (!answer.ok) return answer;
    wishes.taken(some);
    failures = 0;
    cause.value = null;
    done.value += some.length;
    recount();
    options.taken(ids);
    return answer;
  }

  /** Calls that fail together count as one failure. */
  function hold(failure: Failure): void {
    cause.value = failure;
    if (state !== 'running') return;
    failures += 1;
    run(retryDelay(failures, failure));
  }

  /** A new wish does not hurry what has just failed. */
  function wished(outcome: Wished): Wished {
    recount();
    fill();
    return outcome;
  }

  return {
    snapshot: computed(() => ({
      ...counts.value,
      cause: cause.value,
      progress:
        counts.value.waiting === 0
          ? null
          : { done: done.value, of: done.value + counts.value.waiting },
    })),
    wish: (keys, as) => wished(wishes.wish(keys, as)),
    wishById: (ids, as) => wished(wishes.wishById(ids, as)),
    start(delay) {
      if (stopped.signal.aborted) return;
      failures = 0;
      run(delay);
    },
    pause() {
      unplan();
      state = 'paused';
    },
    retry(ids) {
      wishes.retry(ids);
      recount();
      if (state !== 'paused') run(0);
    },
    discard(ids) {
      wishes.discard(ids);
      if (ids === 'all' && cause.value?.kind === 'rejected') wishes.discardWaiting(underWay);
      recount();
    },
    recount,
    stop() {
      unplan();
      state = 'paused';
      stopped.abort();
    },
  };
}
