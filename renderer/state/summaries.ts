/** What the rows on screen say. Only these are read, and read again when her messages change. */
import { effect } from '@preact/signals';
import type { MessageKey } from '../../preload/contract';
import { SummaryCache } from '../messages/summaryCache';
import { oneAtATime } from './oneAtATime';
import { revision } from './snapshots';
import { visible } from './visibility';

/** Of the bridge. */
const mostAtOnce = 200;
const cache = new SummaryCache(800);

let onScreen: readonly MessageKey[] = [];
/** Counts the people who have signed out: an answer meant for one of them is not the next one's. */
let forgotten = 0;

const readSummaries = oneAtATime(async () => {
  const at = revision.peek();
  if (at === null || !visible.peek()) return;
  const keys = cache.outOfDate(onScreen, at).slice(0, mostAtOnce);
  if (keys.length === 0) return;
  const askedBy = forgotten;
  const answer = await window.staffroom.call('readSummaries', { keys });
  if (askedBy !== forgotten || !answer.ok) return;
  cache.take(keys, answer.value, at);
  // She may have scrolled on meanwhile.
  readSummaries();
});

export const summaryOf = (key: MessageKey) => cache.of(key);

/** Told by the list whenever other rows come on screen. */
export function show(keys: readonly MessageKey[]): void {
  onScreen = keys;
  readSummaries();
}

export function forgetSummaries(): void {
  forgotten += 1;
  onScreen = [];
  cache.clear();
}

export function followSummaries(): void {
  effect(() => {
    if (visible.value && revision.value !== null) readSummaries();
  });
}
