/** Finding words in a text as it is typed: wide and narrow, large and small letters are alike. */

export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** All of which must occur. */
export const wordsOf = (search: string): readonly string[] =>
  folded(search)
    .split(/\s+/u)
    .filter((word) => word !== '');

export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** The text in pieces, those that any of the words found apart from the others. */
export function piecesOf(text: string, words: readonly string[]): readonly Piece[] {
  const characters = [...text];
  // Folding may make one character two, and a word is found in what it made.
  const from: number[] = [];
  let searched = '';
  for (const [index, character] of characters.entries()) {
    const made = folded(character);
    searched += made;
    for (let unit = 0; unit < made.length; unit += 1) from.push(index);
  }
  const found = new Set<number | undefined>();
  for (const word of words) {
    for (let at = searched.indexOf(word); at >= 0; at = searched.indexOf(word, at + word.length)) {
      for (let unit = at; unit < at + word.length; unit += 1) found.add(from[unit]);
    }
  }
  const pieces: { text: string; isFound: boolean }[] = [];
  for (const [index, character] of characters.entries()) {
    const isFound = found.has(index);
    const last = pieces.at(-1);
    if (last?.isFound === isFound) last.text += character;
    else pieces.push({ text: character, isFound });
  }
  return pieces;
}
