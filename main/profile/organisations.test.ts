import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrganisationId, OrganisationNode, PersonId } from '../../preload/contract';
import type { UserInfo, UserOrganisation } from '../openapi';
import { openEnvelope } from '../openapi/envelope';
import { decodeUserInfo } from '../openapi/userInfo';
import { withCurrentOrganisation } from './current';
import { organisationTree } from './organisations';
import { profileOf } from './person';

function userInfoAt(answer: unknown): UserInfo {
  const envelope = openEnvelope(answer);
  const decoded = envelope.ok ? decodeUserInfo(envelope.value) : envelope;
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.failure));
  return decoded.value;
}

const documented = () =>
  userInfoAt(
    JSON.parse(readFileSync('main/openapi/fixtures/get-user-info.documented.json', 'utf8')),
  );

/** The tree in words: kind and name, indented. */
function drawn(nodes: readonly OrganisationNode[], indent = ''): string[] {
  return nodes.flatMap((node) => [
    `${indent}${node.kind} ${node.name}`,
    ...drawn(node.children, `${indent}  `),
  ]);
}

test("the documents' person: two top organisations, a department, and a class on its campus", () => {
  const profile = profileOf(documented());
  expect(drawn(withCurrentOrganisation(profile, null).organisations)).toEqual([
    'school 武汉小学',
    '  department 财务部二层',
    '  campus 武汉小学武昌校区',
    '    class 五年级2班',
    'institution 武汉市教育局',
  ]);
  expect(profile.currentOrganisationId).toBe('42675838-5ff8-11e9-b985-0200f7efd26a');
  expect(profile.person).toMatchObject({ name: '夏冰888', accountName: 'lm650730', gender: '2' });
});

test('her part in a class is told: head teacher, class monitor, subjects', () => {
  const [school] = withCurrentOrganisation(profileOf(documented()), null).organisations;
  const [part] = school?.children[1]?.children[0]?.parts ?? [];
  expect(part).toMatchObject({
    headTeacher: true,
    classMonitor: true,
    subjects: [
      { id: 'SUB7', kind: 'base', schoolPeriod: '2' },
      { id: 'SUB49', kind: 'base', schoolPeriod: '2' },
    ],
  });
});

test('a school that both lists name is one node with one part', () => {
  const [school] = withCurrentOrganisation(profileOf(documented()), null).organisations;
  expect(school?.parts).toHaveLength(1);
  expect(school?.parts[0]).toMatchObject({ nameThere: '夏冰888', userType: '1' });
});

test('roles stand where they hold, else at the top organisation; the others apart; none is lost', () => {
  const info = documented();
  const { organisations, rolesElsewhere } = organisationTree(info);
  const inTree = (nodes: readonly OrganisationNode[]): number =>
    nodes.reduce((sum, node) => sum + node.roles.length + inTree(node.children), 0);
  expect(inTree(organisations)).toBe(4);
  expect(rolesElsewhere).toHaveLength(1);
  expect(inTree(organisations) + rolesElsewhere.length).toBe(info.roles.length);
});

test('the organisation she has switched to comes first', () => {
  const institution = '0d1975a8-718c-11e9-9037-0200f7ae226a' as OrganisationId;
  const switched = withCurrentOrganisation(profileOf(documented()), institution);
  expect(switched.organisations[0]?.id).toBe(institution);
  expect(switched.currentOrganisationId).toBe(institution);
});

const anyId = fc.constantFrom('a', 'b', 'c', 'd', 'e').map((id) => id as OrganisationId);
const anyOrganisation: fc.Arbitrary<UserOrganisation> = fc.record({
  id: anyId,
  topId: fc.option(anyId),
  topName: fc.option(fc.string()),
  typeCode: fc.option(fc.constantFrom('1', '2', '4', '7', '9')),
  name: fc.option(fc.string()),
  campus: fc.option(fc.record({ id: anyId, name: fc.option(fc.string()) })),
  displayOrder: fc.option(fc.integer()),
  nameThere: fc.option(fc.string()),
  userType: fc.option(fc.string()),
  createdAt: fc.constant(null),
  updatedAt: fc.constant(null),
  headTeacher: fc.boolean(),
  classMonitor: fc.boolean(),
  subjects: fc.constant([]),
  extra: fc.constant([]),
});

test('whatever the lists say, each organisation appears exactly once', () => {
  const nobody = { ...documented(), personId: 'p' as PersonId, roles: [] } satisfies UserInfo;
  fc.assert(
    fc.property(
      fc.array(anyOrganisation),
      fc.array(anyOrganisation),
      (organisations, topOrganisations) => {
        const seen: string[] = [];
        const visit = (node: OrganisationNode): void => {
          seen.push(node.id);
          node.children.forEach(visit);
        };
        organisationTree({ ...nobody, organisations, topOrganisations }).organisations.forEach(
          visit,
        );
        expect(new Set(seen).size).toBe(seen.length);
        for (const { id } of [...organisations, ...topOrganisations]) expect(seen).toContain(id);
      },
    ),
  );
});
