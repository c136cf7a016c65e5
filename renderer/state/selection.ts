/** Which messages of the list are selected. */
import { signal } from '@preact/signals';
import type { MessageId } from '../../preload/contract';

export const selection = signal<ReadonlySet<MessageId>>(new Set());

/** Where a range begins that Shift extends. */
let anchor: MessageId | null = null;

export function select(ids: readonly MessageId[]): void {
  selection.value = new Set(ids);
}

export function toggle(id: MessageId): void {
  const next = new Set(selection.value);
  if (!next.delete(id)) next.add(id);
  anchor = id;
  selection.value = next;
}

/** Adds everything between the last one toggled and this one, in the order of the list. */
export function extendTo(id: MessageId, order: readonly MessageId[]): void {
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) {
    toggle(id);
    return;
  }
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  selection.value = new Set([...selection.value, ...range]);
}

/** Forgets the selected ones that the list no longer shows. */
export function keepSelected(listed: readonly MessageId[]): void {
  if (selection.value.size === 0) return;
  const kept = listed.filter((id) => selection.value.has(id));
  if (kept.length !== selection.value.size) select(kept);
}
