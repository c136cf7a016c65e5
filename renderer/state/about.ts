/** What the page "About" shows beyond the snapshots; read when it is first opened. */
import { signal } from '@preact/signals';
import type { About, Failure } from '../../preload/contract';
import type { Licence } from '../licences';

export const about = signal<About | null>(null);
export const aboutFailure = signal<Failure | null>(null);

export async function readAbout(): Promise<void> {
  const answer = await window.staffroom.call('readAbout');
  if (answer.ok) about.value = answer.value;
  else aboutFailure.value = answer.failure;
}

/** Written by the build, out of the packages that ship. */
const licencesFile = '/licences.json';

export type Licences =
  | { readonly kind: 'unread' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'read'; readonly licences: readonly Licence[] };

export const licences = signal<Licences>({ kind: 'unread' });

/** A file of ours, larger than the rest of the page: fetched when she wants to see it. */
export async function readLicences(): Promise<void> {
  if (licences.value.kind === 'read' || licences.value.kind === 'reading') return;
  licences.value = { kind: 'reading' };
  try {
    const read = await import(/* @vite-ignore */ licencesFile, { with: { type: 'json' } });
    licences.value = { kind: 'read', licences: read.default };
  } catch {
    licences.value = { kind: 'failed' };
  }
}
