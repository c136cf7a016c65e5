/** The message list and the opened message: read again whenever the inbox has changed. */
import { computed, effect, signal, untracked } from '@preact/signals';
import type { Failure, Message, MessageId, MessageSummary } from '../../preload/contract';
import { keepSelected, select } from './selection';
import { inbox, session } from './snapshots';

export type Filter = 'all' | 'unread';

type List =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly messages: readonly MessageSummary[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

type Opened =
  | { readonly kind: 'reading'; readonly id: MessageId }
  | { readonly kind: 'read'; readonly id: MessageId; readonly message: Message }
  | { readonly kind: 'failed'; readonly id: MessageId; readonly failure: Failure };

export const filter = signal<Filter>('all');
export const list = signal<List>({ kind: 'reading' });
export const opened = signal<Opened | null>(null);

const revision = computed(() => inbox.value?.revision ?? null);
const signedOut = computed(() => session.value?.state.kind === 'signed-out');
const openedId = computed(() => opened.value?.id ?? null);

/** What the list shows; empty while it is not read. */
export const shown = computed(() => (list.value.kind === 'read' ? list.value.messages : []));

async function readList(wanted: Filter, at: number): Promise<void> {
  const answer = await window.staffroom.call('listMessages', { filter: wanted });
  // A later change or another filter has asked again meanwhile: this answer is out of date.
  if (wanted !== filter.value || at !== revision.value) return;
  list.value = answer.ok
    ? { kind: 'read', messages: answer.value }
    : { kind: 'failed', failure: answer.failure };
  keepSelected(shown.value.map((message) => message.id));
}

async function readOpened(id: MessageId): Promise<void> {
  const answer = await window.staffroom.call('readMessage', { id });
  if (openedId.value !== id) return;
  opened.value = answer.ok
    ? { kind: 'read', id, message: answer.value }
    : { kind: 'failed', id, failure: answer.failure };
}

export function open(id: MessageId): void {
  if (openedId.value !== id) opened.value = { kind: 'reading', id };
}

export function close(): void {
  opened.value = null;
}

/** What was on screen was hers: nobody who signs in after her is to find it. */
function forget(): void {
  filter.value = 'all';
  list.value = { kind: 'reading' };
  opened.value = null;
  select([]);
}

export function followInbox(): void {
  effect(() => {
    if (signedOut.value) untracked(forget);
  });
  effect(() => {
    if (revision.value === null || signedOut.value) return;
    void readList(filter.value, revision.value);
  });
  effect(() => {
    if (revision.value !== null && openedId.value !== null) void readOpened(openedId.value);
  });
}
