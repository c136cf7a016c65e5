/** Roles by the organisations they hold in: what the person may do where. */
import type { OrganisationNode, Profile, Role } from '../../preload/contract';

export interface RolesIn {
  /** Where they hold; null for roles that name no organisation. */
  readonly id: string | null;
  /** Null for an organisation that is in no list of hers. */
  readonly name: string | null;
  readonly roles: readonly Role[];
}

/** In the order of her organisations, those she is not in last. */
export function rolesByOrganisation({ organisations, rolesElsewhere }: Profile): RolesIn[] {
  const groups: RolesIn[] = [];
  const visit = ({ id, name, roles, children }: OrganisationNode) => {
    if (roles.length > 0) groups.push({ id, name, roles });
    children.forEach(visit);
  };
  organisations.forEach(visit);
  const elsewhere = new Map<string | null, Role[]>();
  for (const role of rolesElsewhere) {
    elsewhere.set(role.organisationId, [...(elsewhere.get(role.organisationId) ?? []), role]);
  }
  return [...groups, ...[...elsewhere].map(([id, roles]) => ({ id, name: null, roles }))];
}

/** Powers and roles speak of organisations by id; those of her own tree can be named. */
export function namesIn(nodes: readonly OrganisationNode[]): (id: string) => string | null {
  const names = new Map<string, string>();
  const add = (node: OrganisationNode) => {
    names.set(node.id, node.name);
    node.children.forEach(add);
  };
  nodes.forEach(add);
  return (id) => names.get(id) ?? null;
}
