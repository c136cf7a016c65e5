/** Finds what is compressed inside a file: gzip and zlib streams, and the members of a zip. */
import { constants, inflateRawSync, inflateSync } from 'node:zlib';

export interface Member {
  readonly how: 'gzip' | 'zlib' | 'zip';
  /** Where in the bytes it begins. */
  readonly offset: number;
  readonly bytes: Buffer;
}

/** More than anything of the app's unpacks to; beyond it, reading fails loudly. */
const largest = 512 * 1024 * 1024;

/** RFC 1952; RFC 1950 at its four usual levels; APPNOTE.TXT 4.3.7. */
const starts: readonly { readonly how: Member['how']; readonly bytes: Buffer }[] = [
  { how: 'gzip', bytes: Buffer.from([0x1f, 0x8b, 8]) },
  { how: 'zlib', bytes: Buffer.from([0x78, 0x01]) },
  { how: 'zlib', bytes: Buffer.from([0x78, 0x5e]) },
  { how: 'zlib', bytes: Buffer.from([0x78, 0x9c]) },
  { how: 'zlib', bytes: Buffer.from([0x78, 0xda]) },
  { how: 'zip', bytes: Buffer.from('PK\x03\x04', 'latin1') },
];

/** Every compressed stream that starts anywhere in `bytes`; cut-off ones as far as they go. */
export function* membersOf(bytes: Buffer): Generator<Member> {
  for (const start of starts) {
    let offset = bytes.indexOf(start.bytes);
    while (offset !== -1) {
      const unpacked = unpack(start.how, bytes.subarray(offset));
      if (unpacked?.length) yield { how: start.how, offset, bytes: unpacked };
      offset = bytes.indexOf(start.bytes, offset + 1);
    }
  }
}

function unpack(how: Member['how'], bytes: Buffer): Buffer | undefined {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: largest };
  try {
    switch (how) {
      case 'gzip':
        // Without its header: gunzip fails when anything else follows the stream.
        return inflateRawSync(bytes.subarray(gzipDataStart(bytes)), options);
      case 'zlib':
        return inflateSync(bytes, options);
      case 'zip':
        // What is stored uncompressed is found as it is.
        return bytes.readUInt16LE(8) === deflated
          ? inflateRawSync(bytes.subarray(zipDataStart(bytes)), options)
          : undefined;
    }
  } catch (error) {
    // What only looked like a start. Anything else must not pass for "nothing found".
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_') || code === 'ERR_OUT_OF_RANGE') return undefined;
    throw error;
  }
}

const deflated = 8;

const zipDataStart = (zip: Buffer) => 30 + zip.readUInt16LE(26) + zip.readUInt16LE(28);

function gzipDataStart(gzip: Buffer): number {
  const flags = gzip.readUInt8(3);
  let start = 10;
  if (flags & 0b00100) start += 2 + gzip.readUInt16LE(start);
  if (flags & 0b01000) start = gzip.indexOf(0, start) + 1;
  if (flags & 0b10000) start = gzip.indexOf(0, start) + 1;
  if (flags & 0b00010) start += 2;
  return start;
}
