/** The list as an order of keys: what can be told from it without any message being read. */
import type { MessageKey } from '../../preload/contract';

const isKey = (value: number | undefined): value is MessageKey => value !== undefined && value > 0;

/** Null beyond either end. */
export function keyAt(order: Uint32Array, index: number): MessageKey | null {
  const key = order[index];
  return isKey(key) ? key : null;
}

/** Those from `from` up to and without `to`, as far as there are any. */
export const keysIn = (order: Uint32Array, from: number, to: number): readonly MessageKey[] =>
  [...order.subarray(Math.max(0, from), Math.max(0, to))].filter(isKey);

/** Both ends with it, in the list's order whichever of them comes first. */
export function between(order: Uint32Array, one: number, other: number): Uint32Array {
  return order.subarray(Math.min(one, other), Math.max(one, other) + 1);
}

/**
 * `next`, with `key` still in it where it was: after its nearest predecessor in `shown` that is still
 * listed. `next` itself where nothing needs to be kept. It keeps the opened message in a list of unread
 * ones when reading it has just made it a read one.
 */
export function keeping(
  key: MessageKey | null,
  shown: Uint32Array,
  next: Uint32Array,
): Uint32Array {
  if (key === null || next.includes(key)) return next;
  const was = shown.indexOf(key);
  if (was < 0) return next;
  const listed = new Set(next);
  let before = was - 1;
  while (before >= 0 && !listed.has(shown[before] ?? 0)) before -= 1;
  const at = before < 0 ? 0 : next.indexOf(shown[before] ?? 0) + 1;
  const kept = new Uint32Array(next.length + 1);
  kept.set(next.subarray(0, at));
  kept[at] = key;
  kept.set(next.subarray(at), at + 1);
  return kept;
}

export interface OnScreen {
  readonly first: number;
  readonly last: number;
  /** The row that the eye is on, where there is one. */
  readonly preferred: number;
}

/**
 * How many rows the list has to be scrolled by so that what was on screen stays where it is: judged by
 * the preferred row, else by the first that is still listed; 0 where none is.
 */
export function shiftOf(before: Uint32Array, after: Uint32Array, screen: OnScreen): number {
  const { first, last, preferred } = screen;
  const candidates = preferred >= first && preferred <= last ? [preferred] : [];
  for (let row = first; row <= last; row += 1) candidates.push(row);
  for (const row of candidates) {
    const key = before[row];
    const now = key === undefined ? -1 : after.indexOf(key);
    if (now >= 0) return now - row;
  }
  return 0;
}
