export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/**
 * An address ends at the first character that RFC 3986 does not allow in one: Chinese is mostly
 * written right up to it (`请看http://a.cn/b谢谢`).
 */
const address = /(?<![\w@/.-])(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+/giu;

/** Punctuation at its end belongs to the sentence around it. */
const sentenceEnd = /[.,;:!?'*]+$/u;

const count = (text: string, character: string) => text.split(character).length - 1;

/** Without the sentence's punctuation, and without a bracket that was opened before the address. */
function trimmed(found: string): string {
  let text = found.replace(sentenceEnd, '');
  for (const [opening, closing] of ['()', '[]']) {
    if (opening === undefined || closing === undefined) continue;
    while (text.endsWith(closing) && count(text, closing) > count(text, opening)) {
      text = text.slice(0, -1).replace(sentenceEnd, '');
    }
  }
  return text;
}

/** The longest the bridge takes. */
const longest = 8192;

function urlOf(text: string): string | null {
  const candidate = /^www\./iu.test(text) ? `http://${text}` : text;
  if (candidate.length > longest || !URL.canParse(candidate)) return null;
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
