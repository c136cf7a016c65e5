import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrganisationId, OrganisationNode } from '../../preload/contract';
import { wordsOf } from './found';
import { entriesOf, foundIn, openIn, type Shown } from './tree';

const node = (name: string, children: readonly OrganisationNode[] = []): OrganisationNode => ({
  id: `id-${name}` as OrganisationId,
  kind: 'other',
  typeCode: '9',
  name,
  parts: [],
  roles: [],
  children,
});

const tree = [
  node('武汉小学', [
    node('语文教研组'),
    node('武昌校区', [node('五年级2班'), node('五年级3班'), node('四年级1班')]),
  ]),
  node('武汉市教育局'),
];
const entries = entriesOf(tree, () => ['类型']);
const none = new Set<OrganisationId>();
const namesOf = ({ order }: Shown) => [...order].map((number) => entries[number - 1]?.node.name);
const rowOf = (shown: Shown, name: string) =>
  [...shown.rows.values()].find(({ entry }) => entry.node.name === name);
const found = (search: string) => foundIn(entries, wordsOf(search));

test('without a search, all that is open is shown, in the order of the tree', () => {
  const shown = openIn(entries, none);
  expect(namesOf(shown)).toEqual(entries.map((entry) => entry.node.name));
  expect(shown.found).toBe(7);
  expect(rowOf(shown, '五年级3班')).toMatchObject({
    place: 2,
    of: 3,
    state: 'leaf',
    isLast: false,
  });
  expect(rowOf(shown, '武昌校区')).toMatchObject({ place: 2, of: 2, state: 'open' });
  expect(rowOf(shown, '四年级1班')).toMatchObject({ isLast: true });
  expect(rowOf(shown, '武汉市教育局')).toMatchObject({ place: 2, of: 2, isLast: true });
});

test('what is in a closed one is not, at any depth', () => {
  const shown = openIn(entries, new Set(['id-武汉小学' as OrganisationId]));
  expect(namesOf(shown)).toEqual(['武汉小学', '武汉市教育局']);
  expect(rowOf(shown, '武汉小学')).toMatchObject({ state: 'closed', isLast: true });
  const campus = openIn(entries, new Set(['id-武昌校区' as OrganisationId]));
  expect(namesOf(campus)).toEqual(['武汉小学', '语文教研组', '武昌校区', '武汉市教育局']);
});

test('a search shows what it finds and what that is in', () => {
  const shown = found('五年级');
  expect(namesOf(shown)).toEqual(['武汉小学', '武昌校区', '五年级2班', '五年级3班']);
  expect(shown.found).toBe(2);
  expect(rowOf(shown, '武昌校区')).toMatchObject({ place: 1, of: 1, state: 'open' });
});

test('all words must be in one organisation; ids and what describes it count too', () => {
  expect(namesOf(found('五年级 2'))).toContain('五年级2班');
  expect(found('五年级 教育局').found).toBe(0);
  expect(found('ID-武汉市').found).toBe(1);
  expect(found('类型').found).toBe(7);
  // A name's end and a type's beginning are no word.
  expect(found('教育局类型').found).toBe(0);
  // Nearly every id has a letter or two of any kind.
  expect(found('id').found).toBe(0);
});

test('a found school has no way to open what the search left out', () => {
  expect(rowOf(found('武汉小学'), '武汉小学')).toMatchObject({ state: 'leaf', isLast: true });
});

test('whatever the tree and the search, each row has its parent before it', () => {
  const names = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 });
  const treesOf = (depth: number): fc.Arbitrary<OrganisationNode> =>
    fc
      .tuple(names, depth === 0 ? fc.constant([]) : fc.array(treesOf(depth - 1), { maxLength: 3 }))
      .map(([name, children]) => node(name, children));
  const trees = treesOf(3);
  fc.assert(
    fc.property(
      fc.array(trees, { maxLength: 4 }),
      fc.constantFrom('', 'a', 'b c'),
      (all, search) => {
        const listed = entriesOf(all, () => []);
        const words = wordsOf(search);
        const shown = words.length === 0 ? openIn(listed, none) : foundIn(listed, words);
        const before = new Set([0]);
        for (const number of shown.order) {
          expect(before).toContain(listed[number - 1]?.parent);
          before.add(number);
        }
        const hits = listed.filter(({ text }) => words.every((word) => text.includes(word)));
        expect(shown.found).toBe(hits.length);
        for (const { number } of hits) expect(before).toContain(number);
      },
    ),
  );
});
