export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/**
 * An address ends at the first character that RFC 3986 does not allow in one: Chinese is mostly
 * written right up to it (`请看http://a.cn/b谢谢`).
 */
const address = /(?<![\w@/.-])(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+/giu;

/** Punctuation at its end belongs to the sentence around it. */
const sentenceEnd = new Set(".,;:!?'*");
const closes = new Map([
  [')', '('],
  [']', '['],
]);

/**
 * Without the sentence's punctuation, and without a bracket that was opened before the address. Each
 * character is looked at twice at most: a text may be a megabyte of brackets.
 */
function trimmed(found: string): string {
  const open = new Map<string, number>();
  for (const character of found) {
    const opening = closes.get(character) ?? character;
    open.set(opening, (open.get(opening) ?? 0) + (opening === character ? 1 : -1));
  }
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1);
    if (sentenceEnd.has(last)) continue;
    const opening = closes.get(last);
    const unopened = opening === undefined ? 0 : -(open.get(opening) ?? 0);
    if (opening === undefined || unopened <= 0) break;
    open.set(opening, 1 - unopened);
  }
  return found.slice(0, end);
}

/** The longest the bridge takes. */
export const longestAddress = 8192;

function urlOf(text: string): string | null {
  const candidate = /^www\./iu.test(text) ? `http://${text}` : text;
  if (candidate.length > longestAddress || !URL.canParse(candidate)) return null;
  const url = new URL(candidate);
  // `http://bank.example@evil.example/` reads as one place and leads to another.
  if (url.username || url.password) return null;
  return url.hostname.includes('.') || url.hostname === 'localhost' ? candidate : null;
}

/** Cuts a text at its web addresses; joined together, the pieces' texts are the text again. */
export function linkify(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const found = trimmed(match[0]);
    const url = urlOf(found);
    if (url === null) continue;
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) });
    pieces.push({ kind: 'link', text: found, url });
    end = match.index + found.length;
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}

/** The beginning of a text that is too long to be shown at once, at most `length`; no link is cut. */
export function beginningOf(pieces: readonly Piece[], length: number): readonly Piece[] {
  const beginning: Piece[] = [];
  let left = length;
  for (const piece of pieces) {
    if (piece.text.length <= left) {
      beginning.push(piece);
      left -= piece.text.length;
      continue;
    }
    // Half of a character outside the basic plane is no character.
    const cut = piece.text.slice(0, left).replace(/[\ud800-\udbff]$/u, '');
    if (piece.kind === 'text' && cut !== '') beginning.push({ kind: 'text', text: cut });
    break;
  }
  return beginning;
}
