/**
 * The person as she is shown. Every field that the documents name has its place here, but for:
 * `user_family` (its content is documented nowhere and is about other people: shown only where a
 * platform fills it, among the fields as sent); all addresses of `avatar` but the first that is set (no
 * document says how its sizes 1, 2 and 3 differ, and in the examples all are empty); `display_order` (it
 * orders what is shown); a power's own id and times (they repeat its role's).
 */
import type { Person, Profile } from '../../preload/contract';
import type { UserInfo } from '../openapi';
import { organisationTree } from './organisations';

export const profileOf = (info: UserInfo): Profile => ({
  person: personOf(info),
  ...organisationTree(info),
  currentOrganisationId: info.lastOrganisation?.id ?? null,
});

function personOf(info: UserInfo): Person {
  const { personId, name, avatar, organisations, topOrganisations, roles, unusable, ...fields } =
    info;
  return {
    ...fields,
    id: personId,
    name: nameOf(info),
    accountName: name,
    pictureUrl: Object.values(avatar)[0] ?? null,
  };
}

/**
 * The account's name is often a login (`lm650730`); the name she has in the organisation she used
 * last is what her colleagues call her.
 */
function nameOf({
  name,
  nickName,
  lastOrganisation,
  topOrganisations,
  personId,
}: UserInfo): string {
  const there = topOrganisations.find(({ id }) => id === lastOrganisation?.id)?.nameThere;
  return there ?? name ?? nickName ?? personId;
}
