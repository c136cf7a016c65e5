/** Short words at the foot of the window about what has just happened. */
import { signal } from '@preact/signals';
import type { Failure } from '../../preload/contract';
import { words } from './words';

export interface Notice {
  readonly id: number;
  /** What went well goes away by itself; a problem stays until she closes it. */
  readonly kind: 'done' | 'problem';
  readonly text: string;
  readonly details: readonly string[];
  readonly undo: (() => void) | null;
}

const shownMs = 6000;
let lastId = 0;

export const notices = signal<readonly Notice[]>([]);

export function close(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}

function show(notice: Omit<Notice, 'id'>): void {
  lastId += 1;
  const id = lastId;
  notices.value = [...notices.value.slice(-2), { ...notice, id }];
  if (notice.kind === 'done') window.setTimeout(() => close(id), shownMs);
}

export const showDone = (text: string, undo: (() => void) | null = null): void =>
  show({ kind: 'done', text, details: [], undo });

export const showProblem = (text: string, details: readonly string[]): void =>
  show({ kind: 'problem', text, details, undo: null });

/** A failure in one line; a cancelling is a normal outcome and is not told. */
export function showFailure(text: string, failure: Failure): void {
  if (failure.kind === 'cancelled') return;
  const { what, can } = words.value.failure(failure);
  showProblem(text, can === null ? [what] : [what, can]);
}
