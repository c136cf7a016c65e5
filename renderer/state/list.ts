/** What the list shows: which messages, and in which order. What they say is in `summaries`. */
import { computed, effect, signal, untracked } from '@preact/signals';
import type { Failure, MessageQuery } from '../../preload/contract';
import { keeping } from '../messages/order';
import { oneAtATime } from './oneAtATime';
import { openedKey } from './opened';
import { keepSelected } from './selection';
import { revision, signedOut } from './snapshots';
import { visible } from './visibility';

export type Filter = MessageQuery['filter'];

type List =
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'read';
      readonly query: MessageQuery;
      /** As the main process gave it. */
      readonly found: Uint32Array;
      /** The same, and the opened message where it has only just ceased to belong there. */
      readonly shown: Uint32Array;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The longest that the bridge takes. */
export const longestSearch = 200;
/** The first search makes its index, which may take a second: from here on she is told. */
const preparingMs = 300;

export const filter = signal<Filter>('all');
export const search = signal('');
export const list = signal<List>({ kind: 'reading' });
export const searching = signal<'no' | 'preparing'>('no');

const none = new Uint32Array();
/** Empty while it is not read. */
export const shown = computed(() => (list.value.kind === 'read' ? list.value.shown : none));
/** Whether some of her messages may be left out of the list. */
export const narrowed = computed(() => filter.value !== 'all' || search.value.trim() !== '');

const query = computed((): MessageQuery => ({ filter: filter.value, search: search.value.trim() }));
const sameQuery = (one: MessageQuery, other: MessageQuery) =>
  one.filter === other.filter && one.search === other.search;

/** What the list on screen was read for. */
let readFor: { readonly query: MessageQuery; readonly revision: number | null } | null = null;

const readList = oneAtATime(async () => {
  const asked = { query: query.peek(), revision: revision.peek() };
  if (readFor?.query === asked.query && readFor.revision === asked.revision) return;
  const slow = window.setTimeout(() => {
    if (asked.query.search !== '') searching.value = 'preparing';
  }, preparingMs);
  const answer = await window.staffroom.call('listMessages', asked.query);
  window.clearTimeout(slow);
  searching.value = 'no';
  // Something else is asked for by now, or nothing any more; that is read next.
  if (asked.query !== query.peek() || signedOut.peek()) return;
  // What failed is read for nothing: whatever changes next may bring it.
  readFor = answer.ok ? asked : null;
  if (!answer.ok) {
    list.value = { kind: 'failed', failure: answer.failure };
    return;
  }
  const before = list.peek();
  const stays = before.kind === 'read' && sameQuery(before.query, asked.query);
  list.value = {
    kind: 'read',
    query: asked.query,
    found: answer.value,
    shown: stays ? keeping(openedKey.peek(), before.shown, answer.value) : answer.value,
  };
  keepSelected(shown.peek());
});

/** For one that could not be read. */
export function readListAgain(): void {
  list.value = { kind: 'reading' };
  readList();
}

/** Another message is opened: the one before it stays in the list only if it belongs there. */
function settle(): void {
  const now = list.peek();
  if (now.kind !== 'read') return;
  const settled = keeping(openedKey.peek(), now.shown, now.found);
  if (settled.length !== now.shown.length) list.value = { ...now, shown: settled };
}

export function showEverything(): void {
  filter.value = 'all';
  search.value = '';
}

export function forgetList(): void {
  readFor = null;
  showEverything();
  list.value = { kind: 'reading' };
}

export function followList(): void {
  effect(() => {
    if (!visible.value || revision.value === null || signedOut.value) return;
    if (query.value !== readFor?.query || revision.value !== readFor.revision) readList();
  });
  effect(() => {
    if (openedKey.value !== undefined) untracked(settle);
  });
}
