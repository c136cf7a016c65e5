/** What kind of picture some bytes are, told by the bytes: names and headers are a server's to choose. */

export type PictureType = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp';

/** Null for anything else, such as SVG, which may hold scripts. WHATWG MIME Sniffing, section 6.1. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  const head = Buffer.from(bytes.subarray(0, 14)).toString('hex');
  return signatures.find(([, signature]) => signature.test(head))?.[0] ?? null;
}

/** In hex, as the first bytes are written for them. */
const signatures: readonly (readonly [PictureType, RegExp])[] = [
  ['image/jpeg', /^ffd8ff/],
  ['image/png', /^89504e470d0a1a0a/],
  // GIF87a and GIF89a.
  ['image/gif', /^47494638(37|39)61/],
  // RIFF, four bytes of length, WEBPVP.
  ['image/webp', /^52494646.{8}574542505650/],
];
