import type { OrganisationId, OrganisationNode, Profile } from '../../preload/contract';
import { NoProfile } from '../components/NoProfile';
import { OrganisationCard } from '../components/OrganisationCard';
import { ProfileHead } from '../components/ProfileHead';
import { type NameOf, RoleList } from '../components/RoleList';
import { profile } from '../state/snapshots';
import { words } from '../state/words';

/** Powers and roles speak of organisations by id; those of her own tree can be named. */
function namesIn(nodes: readonly OrganisationNode[]): NameOf {
  const names = new Map<string, string>();
  const add = (node: OrganisationNode) => {
    names.set(node.id, node.name);
    node.children.forEach(add);
  };
  nodes.forEach(add);
  return (id: OrganisationId | string) => names.get(id) ?? null;
}

function Tree({ known }: { readonly known: Profile }) {
  const said = words.value.organisations;
  const nameOf = namesIn(known.organisations);
  return (
    <>
      {known.organisations.length === 0 && <p class="muted">{said.empty}</p>}
      {known.organisations.map((node) => (
        <OrganisationCard
          key={node.id}
          node={node}
          current={known.currentOrganisationId}
          personName={known.person.name}
          nameOf={nameOf}
        />
      ))}
      {known.rolesElsewhere.length > 0 && (
        <section class="card" aria-label={said.rolesElsewhere}>
          <header class="card-title">
            <h2>{said.rolesElsewhere}</h2>
            <span class="tag">{known.rolesElsewhere.length}</span>
          </header>
          <RoleList roles={known.rolesElsewhere} nameOf={nameOf} />
        </section>
      )}
    </>
  );
}

export function OrganisationsView() {
  const known = profile.value?.profile;
  return (
    <div class="page">
      <ProfileHead title={words.value.organisations.title} />
      {known ? <Tree known={known} /> : <NoProfile />}
    </div>
  );
}
