/** The record of what happened: read when its page opens, and again whenever something may be new. */
import { effect, signal, untracked } from '@preact/signals';
import type { DiagnosticEvent, Failure } from '../../preload/contract';
import { page } from './page';
import { deployment, inbox, profile, session } from './snapshots';

type EventRecord =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly events: readonly DiagnosticEvent[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const record = signal<EventRecord>({ kind: 'reading' });

export async function readRecord(): Promise<void> {
  const answer = await window.staffroom.call('listDiagnosticEvents');
  record.value = answer.ok
    ? { kind: 'read', events: answer.value }
    : { kind: 'failed', failure: answer.failure };
}

/** What is recorded changes a snapshot too, so these tell when to ask; nobody looks, nobody asks. */
export function followDiagnostics(): void {
  effect(() => {
    if (page.value !== 'diagnostics') return;
    const told = [deployment.value, session.value, profile.value, inbox.value];
    if (!told.includes(null)) void untracked(readRecord);
  });
}
