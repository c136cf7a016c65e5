/** Finds out which of the marks in a refused call the platform refuses, by halving it. */
import type { Failure, Result } from '../../preload/contract';

export type Found<Item> =
  /** Each refused one with the platform's words; the others were taken on the way. */
  | { readonly kind: 'found'; readonly refused: readonly Refused<Item>[] }
  /** The platform refuses whatever is sent: nothing is known of the items themselves. */
  | { readonly kind: 'not-the-items'; readonly failure: Failure }
  /** Something else went wrong before the search had ended; what is refused by then is. */
  | {
      readonly kind: 'interrupted';
      readonly refused: readonly Refused<Item>[];
      readonly failure: Failure;
    };

export interface Refused<Item> {
  readonly item: Item;
  readonly failure: Failure;
}

/**
 * `items` were refused together, with `failure`. `send` sends some of them in one call, and takes note itself of what
 * was taken.
 *
 * Two single ones that are refused alike, before any call of the search was taken, end it while there
 * are others: it is not the items. The second is taken by chance (`random`: 0 to 1, like Math.random): what is wrong with an
 * item is often wrong with its neighbour, and where it was the items after all, the next search of
 * the same call need not come to the same end.
 */
export async function findRefused<Item>(
  items: readonly Item[],
  failure: Failure,
  send: (some: readonly Item[]) => Promise<Result<unknown>>,
  random: () => number = Math.random,
): Promise<Found<Item>> {
  const [only, ...others] = items;
  if (only !== undefined && others.length === 0) {
    return { kind: 'found', refused: [{ item: only, failure }] };
  }
  const refused: Refused<Item>[] = [];
  const toSend: (readonly Item[])[] = halvesOf(items);
  let taken = 0;

  for (let some = toSend.shift(); some !== undefined; some = toSend.shift()) {
    const answer = await send(some);
    if (answer.ok) {
      taken += some.length;
      continue;
    }
    if (answer.failure.kind !== 'rejected') {
      return { kind: 'interrupted', refused, failure: answer.failure };
    }
    const [item, ...more] = some;
    if (item === undefined) continue;
    if (more.length > 0) {
      toSend.unshift(...halvesOf(some));
      continue;
    }
    const [first] = refused;
    const isAlike = first !== undefined && areAlike(first.failure, answer.failure);
    if (isAlike && taken === 0 && toSend.length > 0) {
      return { kind: 'not-the-items', failure: answer.failure };
    }
    refused.push({ item, failure: answer.failure });
    if (taken === 0 && refused.length === 1) oneFirst(toSend, random);
  }
  return { kind: 'found', refused };
}

function halvesOf<Item>(items: readonly Item[]): [readonly Item[], readonly Item[]] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}

/** Takes one item out, and puts it first, alone. */
function oneFirst<Item>(toSend: (readonly Item[])[], random: () => number): void {
  const place = Math.floor(random() * toSend.length);
  const [part = []] = toSend.splice(place, 1);
  const at = Math.floor(random() * part.length);
  const others = part.toSpliced(at, 1);
  if (others.length > 0) toSend.splice(place, 0, others);
  toSend.unshift(part.slice(at, at + 1));
}

const areAlike = (one: Failure, other: Failure): boolean =>
  one.kind === 'rejected' &&
  other.kind === 'rejected' &&
  one.code === other.code &&
  one.text === other.text;
