import type { Power, Role } from '../../preload/contract';
import { format, words } from '../state/words';
import { CopyButton } from './CopyButton';
import { Icon } from './Icon';

/** The name of an organisation she can see, by its id. */
export type NameOf = (id: string) => string | null;

interface Where {
  /** The organisation that the list stands under. */
  readonly home: string | null;
  readonly nameOf: NameOf;
}

/** The platform's word for everything. */
const everything = 'all';

function scopeOf({ values, raw }: Power, nameOf: NameOf): string {
  const said = words.value.organisations;
  if (values === null) return said.unreadablePower(raw);
  if (values.length === 0) return said.nothing;
  return format.value.list(
    values.map((value) => (value === everything ? said.everything : (nameOf(value) ?? value))),
  );
}

/** Where from and since when: all that is known of a role beside what it may do. */
function originOf(role: Role, { home, nameOf }: Where): readonly string[] {
  const said = words.value.organisations;
  const { organisationId, typeCode, parentId, createdAt, updatedAt } = role;
  return [
    said.role(role.id),
    organisationId === null || organisationId === home
      ? null
      : said.roleOrganisation(nameOf(organisationId) ?? organisationId),
    typeCode === null ? null : said.roleType(typeCode),
    parentId === null ? null : said.roleParent(parentId),
    createdAt === null ? null : said.granted(format.value.date(createdAt)),
    updatedAt === null || updatedAt === createdAt
      ? null
      : said.changed(format.value.date(updatedAt)),
  ].filter((line) => line !== null);
}

function RoleItem({ role, ...where }: { readonly role: Role } & Where) {
  const said = words.value.organisations;
  return (
    <li class="branch">
      <Icon name="role" />
      <div class="branch-lines">
        {role.powers.length === 0 && <span class="branch-name">{said.noPowers}</span>}
        {role.powers.map((power) => (
          <span key={power.name} class="branch-name" title={power.name}>
            {said.powerIs(said.power(power.name), scopeOf(power, where.nameOf))}
          </span>
        ))}
        <span class="ids">{originOf(role, where).join(' · ')}</span>
      </div>
      <CopyButton id={role.id} label={said.copyRoleId} />
    </li>
  );
}

/** Roles have no names: what each may do comes first, its ids after. */
export function RoleList({ roles, ...where }: { readonly roles: readonly Role[] } & Where) {
  return (
    <ul class="branches">
      {roles.map((role) => (
        <RoleItem key={role.id} role={role} {...where} />
      ))}
    </ul>
  );
}
