/** Short words at the foot of the window about what has just happened. */
import { signal } from '@preact/signals';
import type { Failure } from '../../preload/contract';
import { atTurnsEnd } from './turns';
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
/** Longer: what can be taken back must be read and thought about first. */
const undoMs = 8000;
let lastId = 0;

/** What those that go away by themselves still have; `timer` is null while one is held. */
const leaving = new Map<number, { leftMs: number; since: number; timer: number | null }>();

export const notices = signal<readonly Notice[]>([]);

export function close(id: number): void {
  window.clearTimeout(leaving.get(id)?.timer ?? undefined);
  leaving.delete(id);
  notices.value = notices.value.filter((notice) => notice.id !== id);
}

/** What can be taken back is hers: for whoever signs in next it would be done to other messages. */
export function followNotices(): void {
  atTurnsEnd(() => {
    for (const { id, undo } of notices.peek()) if (undo !== null) close(id);
  });
}

function leaveIn(id: number, leftMs: number): void {
  const timer = window.setTimeout(() => close(id), leftMs);
  leaving.set(id, { leftMs, since: performance.now(), timer });
}

/** It stays while she points at it or has the keyboard on it. */
export function hold(id: number): void {
  const one = leaving.get(id);
  if (one === undefined || one.timer === null) return;
  window.clearTimeout(one.timer);
  one.timer = null;
  one.leftMs -= performance.now() - one.since;
}

export function letGo(id: number): void {
  const one = leaving.get(id);
  if (one?.timer === null) leaveIn(id, Math.max(one.leftMs, 1000));
}

/** Takes back what the latest notice offers to; false where none does. */
export function undoLatest(): boolean {
  const latest = notices.value.findLast((notice) => notice.undo !== null);
  if (latest === undefined) return false;
  close(latest.id);
  latest.undo?.();
  return true;
}

function show(notice: Omit<Notice, 'id'>): void {
  lastId += 1;
  const id = lastId;
  notices.value = [...notices.value.slice(-2), { ...notice, id }];
  if (notice.kind === 'done') leaveIn(id, notice.undo === null ? shownMs : undoMs);
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
