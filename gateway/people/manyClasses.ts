import { organisation } from './phpRecord';
import type { PracticePerson } from './practicePerson';

/** So many a year: the classes of a large school, over as many years as it takes. */
const classesAYear = 120;
const firstYear = 2000;

/** The person with `count` more classes, directly under the first school of her list. */
export function withManyClasses(person: PracticePerson, count: number): PracticePerson {
  const { user_org, user_top_org } = person.userInfo;
  const school = user_top_org.find(({ org_type }) => org_type === '2');
  if (school === undefined) throw new Error(`${person.account} is at no school`);
  const top = { id: String(school.org_id), name: String(school.org_name) };
  const classes = Array.from({ length: count }, (_, index) => {
    const year = firstYear + Math.floor(index / classesAYear);
    return organisation({
      id: `c1a55000-0000-11e9-9789-${String(index).padStart(12, '0')}`,
      name: `${year}级${(index % classesAYear) + 1}班`,
      type: '7',
      top,
      since: `${year}-09-01`,
    });
  });
  const listed = Array.isArray(user_org) ? user_org : [];
  return { ...person, userInfo: { ...person.userInfo, user_org: [...listed, ...classes] } };
}
