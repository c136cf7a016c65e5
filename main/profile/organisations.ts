/** The flat lists of get-user-info as a tree: institution or school, campus, department, class. */
import type {
  OrganisationId,
  OrganisationKind,
  OrganisationNode,
  Part,
  Role,
} from '../../preload/contract';
import type { UserInfo, UserOrganisation, UserRole } from '../openapi';

/** `org_type` [S]; others exist, and are shown as `other` with their code. */
const kinds: Readonly<Record<string, OrganisationKind>> = {
  '1': 'institution',
  '2': 'school',
  '4': 'department',
  '7': 'class',
};
export const kindOf = (typeCode: string | null): OrganisationKind =>
  (typeCode !== null && kinds[typeCode]) || 'other';

interface Draft {
  readonly id: OrganisationId;
  kind: OrganisationKind;
  typeCode: string | null;
  name: string;
  displayOrder: number;
  readonly parts: Part[];
  readonly roles: Role[];
  readonly children: Draft[];
}

export interface OrganisationTree {
  readonly organisations: readonly OrganisationNode[];
  readonly rolesElsewhere: readonly Role[];
}

/**
 * Every organisation appears once, however often it is listed. One whose top organisation is in no
 * list gets a top one made of the name it gives; a class's campus, which is in no list either,
 * likewise.
 */
export function organisationTree({
  organisations,
  topOrganisations,
  roles,
}: UserInfo): OrganisationTree {
  const known = new Map<OrganisationId, Draft>();
  const tops: Draft[] = [];
  const placed = new Set<OrganisationId>();

  const draft = (id: OrganisationId, name: string | null): Draft => {
    const existing = known.get(id);
    if (existing) {
      if (existing.name === '' && name !== null) existing.name = name;
      return existing;
    }
    const made: Draft = {
      id,
      kind: 'other',
      typeCode: null,
      name: name ?? '',
      displayOrder: 0,
      parts: [],
      roles: [],
      children: [],
    };
    known.set(id, made);
    return made;
  };
  const place = (child: Draft, among: Draft[]) => {
    if (placed.has(child.id)) return;
    placed.add(child.id);
    among.push(child);
  };
  const take = (organisation: UserOrganisation): Draft => {
    const taken = draft(organisation.id, organisation.name);
    taken.typeCode ??= organisation.typeCode;
    taken.kind = kindOf(taken.typeCode);
    taken.displayOrder = organisation.displayOrder ?? taken.displayOrder;
    addPart(taken.parts, partOf(organisation));
    return taken;
  };

  for (const organisation of topOrganisations) place(take(organisation), tops);
  for (const organisation of organisations) {
    const taken = take(organisation);
    const { topId, topName, campus } = organisation;
    if (topId === null || topId === organisation.id) {
      place(taken, tops);
      continue;
    }
    const top = draft(topId, topName);
    place(top, tops);
    if (campus === null || campus.id === organisation.id || campus.id === topId) {
      place(taken, top.children);
      continue;
    }
    const level = draft(campus.id, campus.name);
    if (level.typeCode === null) level.kind = 'campus';
    place(level, top.children);
    place(taken, level.children);
  }

  const rolesElsewhere: Role[] = [];
  const order = ({ displayOrder }: UserRole) => displayOrder ?? 0;
  for (const role of roles.toSorted((one, other) => order(one) - order(other))) {
    const home = homeOf(role, known);
    (home?.roles ?? rolesElsewhere).push(roleOf(role));
  }

  return { organisations: inOrder(tops).map(finished), rolesElsewhere };
}

/** Where a role holds, or the top organisation around that, where only this one is in a list. */
const homeOf = (
  { organisationId, topOrganisationId }: UserRole,
  known: ReadonlyMap<OrganisationId, Draft>,
): Draft | undefined =>
  (organisationId === null ? undefined : known.get(organisationId)) ??
  (topOrganisationId === null ? undefined : known.get(topOrganisationId));

const inOrder = (drafts: readonly Draft[]): Draft[] =>
  drafts.toSorted((one, other) => one.displayOrder - other.displayOrder);

const finished = ({ displayOrder: _, children, ...node }: Draft): OrganisationNode => ({
  ...node,
  children: inOrder(children).map(finished),
});

const partOf = (organisation: UserOrganisation): Part => ({
  nameThere: organisation.nameThere,
  userType: organisation.userType,
  joinedAt: organisation.createdAt,
  updatedAt: organisation.updatedAt,
  headTeacher: organisation.headTeacher,
  classMonitor: organisation.classMonitor,
  subjects: organisation.subjects,
  extra: organisation.extra,
});

/**
 * `user_org` and `user_top_org` both list a school: one part of hers there, told twice. Entries that
 * differ in what she is are kept beside each other.
 */
function addPart(parts: Part[], part: Part): void {
  const at = parts.findIndex(
    (told) =>
      agree(told.nameThere, part.nameThere) &&
      agree(told.userType, part.userType) &&
      told.headTeacher === part.headTeacher &&
      told.classMonitor === part.classMonitor,
  );
  const told = parts[at];
  if (told === undefined) {
    parts.push(part);
    return;
  }
  parts[at] = {
    nameThere: told.nameThere ?? part.nameThere,
    userType: told.userType ?? part.userType,
    joinedAt: told.joinedAt ?? part.joinedAt,
    updatedAt: told.updatedAt ?? part.updatedAt,
    headTeacher: told.headTeacher,
    classMonitor: told.classMonitor,
    subjects: merged(told.subjects, part.subjects, ({ id }) => id),
    extra: merged(told.extra, part.extra, ({ name, value }) => `${name}=${value}`),
  };
}

const agree = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one === other;

const merged = <Item>(
  some: readonly Item[],
  more: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] => [...new Map([...some, ...more].map((item) => [keyOf(item), item])).values()];

const roleOf = (role: UserRole): Role => ({
  id: role.id,
  parentId: role.parentId,
  typeCode: role.typeCode,
  organisationId: role.organisationId,
  createdAt: role.createdAt,
  updatedAt: role.updatedAt,
  powers: role.powers,
});
