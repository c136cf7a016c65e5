/** What the page "About" shows beyond the snapshots; read when it is first opened. */
import { signal } from '@preact/signals';
import type { About, Failure, Licence } from '../../preload/contract';

export const about = signal<About | null>(null);
export const aboutFailure = signal<Failure | null>(null);

export async function readAbout(): Promise<void> {
  const answer = await window.staffroom.call('readAbout');
  if (answer.ok) about.value = answer.value;
  aboutFailure.value = answer.ok ? null : answer.failure;
}

export type Licences =
  | { readonly kind: 'unread' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'read'; readonly licences: readonly Licence[] };

export const licences = signal<Licences>({ kind: 'unread' });

/** Larger than the rest of the page: read when she wants to see it. */
export async function readLicences(): Promise<void> {
  if (licences.value.kind === 'read' || licences.value.kind === 'reading') return;
  licences.value = { kind: 'reading' };
  const answer = await window.staffroom.call('readLicences');
  licences.value = answer.ok ? { kind: 'read', licences: answer.value } : { kind: 'failed' };
}
