import type { Profile } from '../../preload/contract';
import { profile } from '../state/snapshots';
import { words } from '../state/words';
import { Avatar } from './Avatar';

/** Where she is at present and as what. */
export function personLine({ person, organisations, currentOrganisationId }: Profile): string {
  const organisation = organisations.find(({ id }) => id === currentOrganisationId);
  const { userType } = words.value.profile;
  return [
    organisation?.name ?? person.lastOrganisation?.name ?? null,
    person.userType === null ? null : userType(person.userType),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** Whose window it is, at the head of the rail. Her name tells the benchmark when it was painted. */
export function Person() {
  const known = profile.value?.profile;
  if (!known) return <div class="person" />;
  const { person } = known;
  return (
    <div class="person">
      <Avatar person={person} size="small" />
      <span class="person-lines">
        <strong elementtiming="profile">{person.name}</strong>
        <span>{personLine(known)}</span>
      </span>
    </div>
  );
}
