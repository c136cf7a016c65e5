import type { Profile } from '../../preload/contract';
import { namesIn, type RolesIn, rolesByOrganisation } from '../profile/powers';
import { words } from '../state/words';
import { CopyButton } from './CopyButton';
import { type NameOf, RoleList } from './RoleList';

function RolesInOne({ group, nameOf }: { readonly group: RolesIn; readonly nameOf: NameOf }) {
  const { profile: said, organisations } = words.value;
  const { id, name, roles } = group;
  const title = name ?? id ?? said.nowhere;
  return (
    <section class="roles" aria-label={title}>
      <header class="roles-title">
        <h3>{title}</h3>
        {name === null && id !== null && <span class="muted">{said.elsewhere}</span>}
        {id !== null && <CopyButton id={id} label={organisations.copyId(title)} />}
      </header>
      <RoleList roles={roles} home={id} nameOf={nameOf} />
    </section>
  );
}

/** What the account may do, organisation by organisation. */
export function MayDo({ known }: { readonly known: Profile }) {
  const said = words.value.profile;
  const groups = rolesByOrganisation(known);
  const nameOf = namesIn(known.organisations);
  const count = groups.reduce((sum, { roles }) => sum + roles.length, 0);
  return (
    <section class="card" aria-label={said.mayDo}>
      <header class="card-title">
        <h2>{said.mayDo}</h2>
        {count > 0 && <span class="tag">{count}</span>}
      </header>
      {groups.length === 0 && <p class="card-empty muted">{said.mayDoNothing}</p>}
      {groups.map((group) => (
        <RolesInOne key={group.id} group={group} nameOf={nameOf} />
      ))}
    </section>
  );
}
