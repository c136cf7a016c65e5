/**
 * The person as she is shown. Every field that the documents name has its place here, but for:
 * `user_family` (its content is documented nowhere and is about other people: shown only where a
 * platform fills it, among the fields as sent); `avatar` (addresses; initials are shown);
 * `display_order` (it orders what is shown); a power's own id and times (they repeat its role's).
 */
import type { Person, Profile } from '../../preload/contract';
import type { UserInfo } from '../openapi';
import { organisationTree } from './organisations';

export const profileOf = (info: UserInfo): Profile => ({
  person: personOf(info),
  ...organisationTree(info),
  currentOrganisationId: info.lastOrganisation?.id ?? null,
});

const personOf = (info: UserInfo): Person => ({
  id: info.personId,
  name: nameOf(info),
  accountName: info.name,
  nickName: info.nickName,
  gender: info.gender,
  birthdate: info.birthdate,
  createdAt: info.createdAt,
  updatedAt: info.updatedAt,
  status: info.status,
  userType: info.userType,
  firstUserType: info.firstUserType,
  platformCode: info.platformCode,
  platformPath: info.platformPath,
  firstPlatformCode: info.firstPlatformCode,
  region: info.region,
  lastOrganisation: info.lastOrganisation,
  extra: info.extra,
});

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
