/** The row of the list that the keyboard is on. It is always rendered, also while it is scrolled away. */
import { signal } from '@preact/signals';
import type { MessageKey, MessageQuery } from '../../preload/contract';

export const activeRow = signal<MessageKey | null>(null);

/** How far down she was when the list was last left, and in which; in CSS pixels. */
export const leftAt = signal<{ readonly query: MessageQuery; readonly offset: number } | null>(
  null,
);

/** Bring it on screen, and with `focus` the keyboard to it; the list answers when it can. */
export const rowWish = signal<{ readonly key: MessageKey; readonly how: 'show' | 'focus' } | null>(
  null,
);

export function goToRow(key: MessageKey, how: 'show' | 'focus'): void {
  activeRow.value = key;
  rowWish.value = { key, how };
}
