/** Which messages of the list are selected. */
import { signal } from '@preact/signals';
import type { MessageKey } from '../../preload/contract';
import { between } from '../messages/order';

export const selection = signal<ReadonlySet<number>>(new Set());

/** Where a range begins that Shift extends. */
let anchor: MessageKey | null = null;

export function select(keys: Iterable<number>): void {
  selection.value = new Set(keys);
}

export function selectNone(): void {
  if (selection.peek().size > 0) select([]);
}

/** The next range begins here. */
export function anchorAt(key: MessageKey | null): void {
  anchor = key;
}

export function toggle(key: MessageKey): void {
  const next = new Set(selection.peek());
  if (!next.delete(key)) next.add(key);
  anchor = key;
  selection.value = next;
}

/**
 * Everything from the anchor to this one in the order of the list, also what was never on screen. In
 * place of what was selected, or with `add` beside it.
 */
export function extendTo(key: MessageKey, order: Uint32Array, how: 'replace' | 'add'): void {
  const to = order.indexOf(key);
  const from = anchor === null ? to : order.indexOf(anchor);
  if (from < 0 || to < 0) {
    toggle(key);
    return;
  }
  anchor ??= key;
  const next = new Set(how === 'add' ? selection.peek() : []);
  for (const one of between(order, from, to)) next.add(one);
  selection.value = next;
}

/** In the order of the list. */
export const selectedOf = (order: Uint32Array): Uint32Array<ArrayBuffer> => {
  const chosen = selection.peek();
  return Uint32Array.from(order).filter((key) => chosen.has(key));
};

/** Forgets the selected ones that the list no longer shows. */
export function keepSelected(listed: Uint32Array): void {
  if (selection.peek().size === 0) return;
  const kept = selectedOf(listed);
  if (kept.length !== selection.peek().size) select(kept);
}
