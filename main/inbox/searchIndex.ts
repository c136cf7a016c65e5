/**
 * Finds messages by words of theirs. The texts are opened and held in memory from the first search
 * on, as bytes one after the other: 50 000 messages take some 10 MB, and one pass over them less than
 * a key's time.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Clock, monotonicClock } from '../session/heartbeat';
import type { MessageStore } from './messageStore';

export interface SearchIndex {
  /** Those of `keys` that hold all words of `search`, in their order. */
  find(search: string, keys: Uint32Array): Promise<Uint32Array>;
  /** Texts have changed, or are not hers any more. */
  forget(): void;
}

/** Messages opened at a time: some milliseconds, in which nothing else runs. */
const pieceSize = 400;
/** Milliseconds without a search after which the texts are let go. */
const keptFor = 5 * 60_000;

interface Segment {
  readonly keys: readonly number[];
  /** Where each text ends. */
  readonly ends: Uint32Array;
  readonly bytes: Buffer;
}

export function createSearchIndex(
  store: Pick<MessageStore, 'texts'>,
  clock: Clock = monotonicClock,
): SearchIndex {
  let segments: Segment[] = [];
  let last = 0;
  let loading: Promise<void> | null = null;
  let generation = 0;
  let unplan = () => {};

  function forget(): void {
    unplan();
    generation += 1;
    segments = [];
    last = 0;
    loading = null;
  }

  async function load(): Promise<void> {
    const of = generation;
    for (;;) {
      const texts = store.texts(last, pieceSize);
      const { key } = texts.at(-1) ?? {};
      if (key === undefined) return;
      last = key;
      segments.push(segmentOf(texts));
      if (texts.length < pieceSize) return;
      await nextTurn();
      if (of !== generation) return;
    }
  }

  return {
    async find(search, keys) {
      unplan();
      unplan = clock.after(keptFor, forget);
      const words = wordsOf(search);
      if (words.length === 0) return keys;
      const of = generation;
      loading ??= load().finally(() => {
        if (of === generation) loading = null;
      });
      await loading;
      const found = new Set<number>();
      for (const segment of segments) findIn(segment, words, found);
      return keys.filter((key) => found.has(key));
    },
    forget,
  };
}

/** Upper and lower case, full-width and half-width letters are the same. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Texts are kept apart by NUL, which no word holds. */
const wordsOf = (search: string): readonly Buffer[] =>
  folded(search)
    .replaceAll('\0', ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => Buffer.from(word));

function segmentOf(texts: readonly { readonly key: number; readonly text: string }[]): Segment {
  const encoded = texts.map(({ text }) => Buffer.from(`${folded(text)}\0`));
  const ends = new Uint32Array(encoded.length);
  let end = 0;
  encoded.forEach(({ length }, place) => {
    end += length;
    ends[place] = end;
  });
  return { keys: texts.map(({ key }) => key), ends, bytes: Buffer.concat(encoded) };
}

function findIn({ keys, ends, bytes }: Segment, words: readonly Buffer[], found: Set<number>) {
  const [first, ...others] = words;
  if (first === undefined) return;
  let place = 0;
  for (let at = bytes.indexOf(first); at >= 0; ) {
    while (at >= (ends[place] ?? Number.POSITIVE_INFINITY)) place += 1;
    const end = ends[place] ?? bytes.length;
    const text = bytes.subarray(ends[place - 1] ?? 0, end);
    const key = keys[place];
    if (key !== undefined && others.every((word) => text.includes(word))) found.add(key);
    at = bytes.indexOf(first, end);
  }
}
