/**
 * Finds messages by words of theirs. The texts are opened at the first search and held from then on,
 * as bytes outside of the heap: those of 50 000 messages are some 10 MB, and one pass over them takes
 * less than a key's time.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Clock, monotonicClock } from '../session/heartbeat';
import type { MessageStore } from './messageStore';
import { findIn, readPiece, type SearchPiece, wordsOf } from './searchPiece';

export interface SearchIndex {
  /** Those of `keys` that hold all words of `search`, in their order. */
  find(search: string, keys: Uint32Array): Promise<Uint32Array>;
  /** Lets the texts go. */
  forget(): void;
}

/** Pieces opened at a time: some milliseconds, in which nothing else runs. */
const piecesAtOnce = 16;
/** Milliseconds without a search after which the texts are let go. */
const keptFor = 5 * 60_000;

export function createSearchIndex(
  store: Pick<MessageStore, 'searchPieces'>,
  clock: Clock = monotonicClock,
): SearchIndex {
  let pieces: SearchPiece[] = [];
  /** In which of the pieces each key has its text: of one that was rewritten the last counts. */
  let pieceOf: number[] = [];
  let last = 0;
  let loading: Promise<void> | null = null;
  let generation = 0;
  let unplan = () => {};

  function forget(): void {
    unplan();
    generation += 1;
    pieces = [];
    pieceOf = [];
    last = 0;
    loading = null;
  }

  function add(piece: SearchPiece): void {
    for (const key of piece.keys) pieceOf[key] = pieces.length;
    pieces.push(piece);
  }

  async function load(): Promise<void> {
    const of = generation;
    for (;;) {
      const opened = store.searchPieces(last, piecesAtOnce);
      for (const { piece } of opened) add(readPiece(piece));
      last = opened.at(-1)?.number ?? last;
      if (opened.length < piecesAtOnce) return;
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
      const isFound = new Uint8Array(pieceOf.length);
      pieces.forEach((piece, number) => {
        findIn(piece, words, (key) => {
          if (pieceOf[key] === number) isFound[key] = 1;
        });
      });
      return keys.filter((key) => isFound[key] === 1);
    },
    forget,
  };
}
