/** A message that stays open for a while counts as read, if she has it so. */
import { computed, effect, signal } from '@preact/signals';
import type { MessageKey } from '../../preload/contract';
import { showFailure } from './notices';
import { opened, openedKey } from './opened';
import { page } from './page';
import { settings } from './snapshots';
import { visible } from './visibility';
import { words } from './words';

/** The opened message, once she has marked it by hand or it has been marked: her word is the last. */
const settled = signal<MessageKey | null>(null);

/** What she marks by hand is not marked by itself, as long as it is open. */
export function leaveAsMarked(keys: Uint32Array): void {
  const key = openedKey.peek();
  if (key !== null && keys.includes(key)) settled.value = key;
}

const due = computed((): MessageKey | null => {
  const now = opened.value;
  if (now?.kind !== 'read' || now.message.isRead || settled.value === now.key) return null;
  return visible.value && page.value === 'messages' ? now.key : null;
});

const seconds = computed(() => settings.value?.markReadAfterSeconds ?? null);

async function markRead(key: MessageKey): Promise<void> {
  settled.value = key;
  const keys = Uint32Array.of(key);
  const answer = await window.staffroom.call('markMessages', { keys, as: 'read' });
  if (!answer.ok) showFailure(words.value.messages.markFailed, answer.failure);
}

export function followAutoRead(): void {
  effect(() => {
    if (openedKey.value !== settled.peek()) settled.value = null;
  });
  effect(() => {
    const key = due.value;
    if (key === null || seconds.value === null) return;
    const timer = window.setTimeout(() => void markRead(key), seconds.value * 1000);
    return () => window.clearTimeout(timer);
  });
}
