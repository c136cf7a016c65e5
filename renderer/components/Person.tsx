import type { OrganisationNode, Profile } from '../../preload/contract';
import { profile } from '../state/snapshots';
import { words } from '../state/words';

/** `夏` for 夏冰, `AS` for Anna Smith. */
function initials(name: string): string {
  const firsts = name
    .trim()
    .split(/\s+/u)
    .map((word) => [...word][0] ?? '');
  const latin = firsts.every((letter) => /^\p{Script=Latin}$/u.test(letter));
  return (latin ? firsts.slice(0, 2) : firsts.slice(0, 1)).join('').toUpperCase();
}

const currentOf = ({ organisations, currentOrganisationId }: Profile): OrganisationNode | null =>
  organisations.find(({ id }) => id === currentOrganisationId) ?? null;

/** Whose window it is, at the head of the rail. */
export function Person() {
  const known = profile.value?.profile;
  if (!known) return <div class="person" />;
  const organisation = currentOf(known);
  const { person } = known;
  const { userType } = words.value.profile;
  const line = [
    organisation?.name ?? person.lastOrganisation?.name ?? null,
    person.userType === null ? null : userType(person.userType),
  ].filter((part) => part !== null);
  return (
    <div class="person">
      <span class="avatar" aria-hidden="true">
        {initials(person.name)}
      </span>
      <span class="person-lines">
        <strong>{person.name}</strong>
        <span>{line.join(' · ')}</span>
      </span>
    </div>
  );
}
