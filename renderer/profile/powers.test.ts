import { expect, test } from 'vitest';
import type { OrganisationId, OrganisationNode, Profile, Role } from '../../preload/contract';
import { namesIn, rolesByOrganisation } from './powers';

const role = (id: string, organisationId: string | null): Role => ({
  id,
  parentId: null,
  typeCode: null,
  organisationId: organisationId as OrganisationId | null,
  createdAt: null,
  updatedAt: null,
  powers: [],
});

const node = (
  id: string,
  roles: readonly Role[],
  children: readonly OrganisationNode[] = [],
): OrganisationNode => ({
  id: id as OrganisationId,
  kind: 'school',
  typeCode: '2',
  name: `name of ${id}`,
  parts: [],
  roles,
  children,
});

const profile = (
  organisations: readonly OrganisationNode[],
  rolesElsewhere: readonly Role[],
): Profile => ({
  // Nothing of the person is looked at.
  person: {} as Profile['person'],
  organisations,
  rolesElsewhere,
  currentOrganisationId: null,
});

test('roles stand under the organisation they hold in, in the order of her organisations', () => {
  const school = node('school', [role('1', 'school')], [node('class', [role('2', 'class')])]);
  const groups = rolesByOrganisation(
    profile([school, node('bureau', [])], [role('3', 'far'), role('4', null), role('5', 'far')]),
  );
  expect(groups.map(({ id, name, roles }) => [id, name, roles.map((one) => one.id)])).toEqual([
    ['school', 'name of school', ['1']],
    ['class', 'name of class', ['2']],
    ['far', null, ['3', '5']],
    [null, null, ['4']],
  ]);
});

test('the organisations of her tree can be named, and no others', () => {
  const nameOf = namesIn([node('school', [], [node('class', [])])]);
  expect(nameOf('class')).toBe('name of class');
  expect(nameOf('far')).toBeNull();
});
