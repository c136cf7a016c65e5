/** The tree of organisations as it stands on screen, for as long as the same person is signed in. */
import { computed, signal } from '@preact/signals';
import type { OrganisationId, OrganisationNode } from '../../preload/contract';
import { wordsOf } from '../organisations/found';
import { entriesOf, foundIn, openIn } from '../organisations/tree';
import { profile } from './snapshots';
import { atTurnsEnd } from './turns';
import { words } from './words';

/** As long as anything she may be looking for. */
export const longestOrganisationSearch = 200;

export const organisationSearch = signal('');
export const searchWords = computed(() => wordsOf(organisationSearch.value));
/** Those she has closed; all others are open. */
export const closed = signal<ReadonlySet<OrganisationId>>(new Set());
/** The one that the keyboard is on. */
export const activeOrganisation = signal<OrganisationId | null>(null);

/** In words, as the row has it. */
export function kindOf({ kind, typeCode }: OrganisationNode): string {
  const said = words.value.organisations;
  if (kind === 'other' && typeCode !== null) return said.otherKind(typeCode);
  return kind === 'campus' && typeCode === null ? said.campusFromClass : said.kind[kind];
}

export const entries = computed(() =>
  entriesOf(profile.value?.profile?.organisations ?? [], (node) => [kindOf(node)]),
);

export const shownOrganisations = computed(() =>
  searchWords.value.length === 0
    ? openIn(entries.value, closed.value)
    : foundIn(entries.value, searchWords.value),
);

export function setOpen(id: OrganisationId, to: 'open' | 'closed'): void {
  const next = new Set(closed.peek());
  if (to === 'closed') next.add(id);
  else next.delete(id);
  closed.value = next;
}

export function followOrganisations(): void {
  atTurnsEnd(() => {
    organisationSearch.value = '';
    closed.value = new Set();
    activeOrganisation.value = null;
  });
}
