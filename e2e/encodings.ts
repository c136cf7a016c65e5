/** The ways in which a text may have been written down. */

export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'percent'
  | 'percent twice'
  | 'base64'
  | 'base64url'
  | 'hex'
  | 'json'
  | 'json twice';

export interface Pattern {
  readonly encoding: Encoding;
  readonly bytes: Buffer;
}

/** What to look for to find `text` in each encoding; where two give the same bytes, the first. */
export function encodingsOf(text: string): readonly Pattern[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16le = Buffer.from(text, 'utf16le');
  const utf16be = Buffer.from(utf16le).swap16();
  const patterns: Pattern[] = [
    { encoding: 'utf-8', bytes: utf8 },
    { encoding: 'utf-16le', bytes: utf16le },
    { encoding: 'utf-16be', bytes: utf16be },
    ...asPatterns('percent', percentEncodings(text)),
    ...asPatterns('percent twice', percentEncodings(text).flatMap(percentEncodings)),
    ...asPatterns('json', jsonEscapes(text)),
    ...asPatterns('json twice', jsonEscapes(text).flatMap(jsonEscapes)),
    ...[utf8, utf16le, utf16be].flatMap((bytes) => [
      ...asPatterns('hex', [bytes.toString('hex'), bytes.toString('hex').toUpperCase()]),
      ...asPatterns('base64', base64Alignments(bytes, 'base64')),
      ...asPatterns('base64', base64Alignments(bytes, 'base64').flatMap(percentEncodings)),
      ...asPatterns('base64url', base64Alignments(bytes, 'base64url')),
    ]),
  ];
  const seen = new Set<string>();
  return patterns.filter(({ bytes }) => {
    const key = bytes.toString('latin1');
    return !seen.has(key) && seen.add(key);
  });
}

const asPatterns = (encoding: Encoding, texts: readonly string[]): Pattern[] =>
  texts.map((text) => ({ encoding, bytes: Buffer.from(text, 'utf8') }));

/** As browsers, forms (`+` for a space), RFC 3986 and the over-careful write it, either case. */
function percentEncodings(text: string): string[] {
  const browser = encodeURIComponent(text);
  const form = new URLSearchParams({ '': text }).toString().slice('='.length);
  const strict = browser.replaceAll(/[!'()*]/g, percentEncoded);
  const every = percentEncoded(text);
  return [browser, form, strict, every].flatMap((encoded) => [
    encoded,
    encoded.replaceAll(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()),
  ]);
}

const percentEncoded = (text: string) =>
  Buffer.from(text, 'utf8').toString('hex').toUpperCase().replaceAll(/../g, '%$&');

/** As JSON.stringify writes it, with `\/` as PHP does, and with all but ASCII as `\u` escapes. */
function jsonEscapes(text: string): string[] {
  const plain = JSON.stringify(text).slice(1, -1);
  const unicode = (escaped: string) =>
    escaped.replaceAll(
      /[^\0-\x7f]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  const slashes = plain.replaceAll('/', '\\/');
  return [plain, slashes, unicode(plain), unicode(slashes)];
}

/**
 * Three bytes make four letters, so within a longer text the same bytes give one of three texts, by
 * where they start. The letters that hold bits of the neighbours as well are left out.
 */
function base64Alignments(bytes: Buffer, alphabet: 'base64' | 'base64url'): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString(alphabet);
    const first = Math.ceil((before * 8) / 6);
    const end = Math.floor(((before + bytes.length) * 8) / 6);
    return encoded.slice(first, end);
  });
}
