import { classTeacher } from './people/classTeacher';
import { withManyClasses } from './people/manyClasses';
import { newcomer } from './people/newcomer';
import type { PracticePerson } from './people/practicePerson';
import { schoolHead } from './people/schoolHead';

export type { PracticePerson } from './people/practicePerson';

export const practicePeople: readonly PracticePerson[] = [classTeacher, schoolHead, newcomer];

/** How many more classes a person has, by her account. */
export type MoreClasses = Readonly<Record<string, number>>;

/** The people, and in which organisation each of them is at present. */
export class People {
  readonly all: readonly PracticePerson[];
  readonly #url: string;
  readonly #switchedTo = new Map<string, string>();

  constructor(url: string, classes: MoreClasses = {}) {
    this.#url = url;
    const unknown = Object.keys(classes).find(
      (account) => !practicePeople.some((person) => person.account === account),
    );
    if (unknown !== undefined) throw new Error(`nobody is called ${unknown}`);
    this.all = practicePeople.map((person) => {
      const count = classes[person.account];
      return count === undefined ? person : withManyClasses(person, count);
    });
  }

  find(personId: string): PracticePerson | undefined {
    return this.all.find((person) => person.personId === personId);
  }

  withPassword(account: string, password: string): PracticePerson | undefined {
    return this.all.find((person) => person.account === account && person.password === password);
  }

  currentOrganisationId(person: PracticePerson): string | null {
    return this.#switchedTo.get(person.personId) ?? person.currentOrganisationId;
  }

  /** As when the person chooses another of her organisations on the platform's pages. */
  switchOrganisation(personId: string, organisationId: string): void {
    this.#switchedTo.set(personId, organisationId);
  }

  /** Call 6's `result`. */
  userInfo(person: PracticePerson): Record<string, unknown> {
    const currentId = this.currentOrganisationId(person);
    const current = person.userInfo.user_top_org.find(({ org_id }) => org_id === currentId);
    return {
      user_id: person.personId,
      name: person.name,
      ...person.userInfo,
      avatar:
        person.avatar === null ? [] : { 1: `${this.#url}/avatars/${person.avatar}`, 2: '', 3: '' },
      last_top_org_id: currentId ?? '',
      last_top_org_name: current?.org_name ?? '',
    };
  }
}
