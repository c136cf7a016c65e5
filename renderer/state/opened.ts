/** The message in the reading pane: read again whenever her messages have changed. */
import { computed, effect, signal } from '@preact/signals';
import type { Failure, Message, MessageKey } from '../../preload/contract';
import { oneAtATime } from './oneAtATime';
import { revision } from './snapshots';
import { visible } from './visibility';

type Opened =
  | { readonly kind: 'reading'; readonly key: MessageKey }
  | { readonly kind: 'read'; readonly key: MessageKey; readonly message: Message }
  | { readonly kind: 'failed'; readonly key: MessageKey; readonly failure: Failure };

export const opened = signal<Opened | null>(null);
export const openedKey = computed(() => opened.value?.key ?? null);

const readOpened = oneAtATime(async () => {
  const key = openedKey.peek();
  if (key === null) return;
  const answer = await window.staffroom.call('readMessage', { key });
  // Another one has been opened meanwhile; it is asked for next.
  if (openedKey.peek() !== key) return;
  opened.value = answer.ok
    ? { kind: 'read', key, message: answer.value }
    : { kind: 'failed', key, failure: answer.failure };
});

export function open(key: MessageKey): void {
  if (openedKey.peek() !== key) opened.value = { kind: 'reading', key };
}

export function close(): void {
  opened.value = null;
}

export function followOpened(): void {
  effect(() => {
    if (visible.value && revision.value !== null && openedKey.value !== null) readOpened();
  });
}
