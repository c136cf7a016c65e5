/** The tree of organisations as rows: which of them are on screen, and what a search leaves. */
import type { OrganisationId, OrganisationNode } from '../../preload/contract';
import { folded } from './found';

/** One organisation in the order of the tree, its children right after it. */
export interface Entry {
  /** Its place in that order, from 1: what rows go by. */
  readonly number: number;
  readonly node: OrganisationNode;
  /** 1 for institutions and schools. */
  readonly level: number;
  /** Its parent's number; 0 for none. */
  readonly parent: number;
  /** What a search looks through, folded. */
  readonly text: string;
  readonly id: string;
}

/** A row as assistive technology is told of it. */
export interface Row {
  readonly entry: Entry;
  readonly place: number;
  readonly of: number;
  /** `leaf` also where a search leaves none of its children. */
  readonly state: 'open' | 'closed' | 'leaf';
  /** Of all that is shown of its institution or school. */
  readonly isLast: boolean;
}

export interface Shown {
  readonly order: Uint32Array;
  /** By number. */
  readonly rows: ReadonlyMap<number, Row>;
  /** Found by the search; without one, all there are. */
  readonly found: number;
}

/** Shorter words are in nearly every id. */
const shortestIdWord = 4;

/** Whether a word finds an organisation by its id, which is folded. */
export const isInId = (word: string, id: string): boolean =>
  word.length >= shortestIdWord && id.includes(word);

/** `described` gives the words beside name and id by which an organisation is to be found. */
export function entriesOf(
  organisations: readonly OrganisationNode[],
  described: (node: OrganisationNode) => readonly string[],
): readonly Entry[] {
  const entries: Entry[] = [];
  const add = (node: OrganisationNode, level: number, parent: number) => {
    const number = entries.length + 1;
    // A word is not to be found across two of them.
    const text = folded([node.name, ...described(node)].join('\n'));
    entries.push({ number, node, level, parent, text, id: folded(node.id) });
    for (const child of node.children) add(child, level + 1, number);
  };
  for (const node of organisations) add(node, 1, 0);
  return entries;
}

/** What is found and all that it is in, whatever is closed. */
export function foundIn(entries: readonly Entry[], words: readonly string[]): Shown {
  const hits = entries.filter(({ text, id }) =>
    words.every((word) => text.includes(word) || isInId(word, id)),
  );
  const kept = new Set<number>();
  for (const { number } of hits) {
    for (let at = number; at > 0 && !kept.has(at); at = entries[at - 1]?.parent ?? 0) kept.add(at);
  }
  const shown = entries.filter(({ number }) => kept.has(number));
  const parents = new Set(shown.map(({ parent }) => parent));
  return {
    ...laidOut(shown, ({ number }) => (parents.has(number) ? 'open' : 'leaf')),
    found: hits.length,
  };
}

/** All but what is in a closed one. */
export function openIn(entries: readonly Entry[], closed: ReadonlySet<OrganisationId>): Shown {
  const hidden = new Set<number>();
  const shown = entries.filter(({ number, parent }) => {
    const around = entries[parent - 1];
    if (around === undefined || (!hidden.has(parent) && !closed.has(around.node.id))) return true;
    hidden.add(number);
    return false;
  });
  const stateOf = ({ node }: Entry) => {
    if (node.children.length === 0) return 'leaf';
    return closed.has(node.id) ? 'closed' : 'open';
  };
  return { ...laidOut(shown, stateOf), found: entries.length };
}

function laidOut(shown: readonly Entry[], stateOf: (entry: Entry) => Row['state']) {
  const siblings = new Map<number, number>();
  const places = shown.map(({ parent }) => {
    const place = (siblings.get(parent) ?? 0) + 1;
    siblings.set(parent, place);
    return place;
  });
  const rows = new Map<number, Row>();
  for (const [index, entry] of shown.entries()) {
    rows.set(entry.number, {
      entry,
      place: places[index] ?? 1,
      of: siblings.get(entry.parent) ?? 1,
      state: stateOf(entry),
      isLast: (shown[index + 1]?.level ?? 1) === 1,
    });
  }
  return { order: Uint32Array.from(shown, ({ number }) => number), rows };
}
