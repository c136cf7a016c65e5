/**
 * Looks for planted secrets wherever the app may have left them: in files, in their names, in heap
 * snapshots and in what it printed.
 *
 * Not seen are secrets encrypted, hashed, or compressed without a header of their own: brotli, and
 * snappy in LevelDB, whose first occurrence of a text mostly stays readable.
 */
import type { Dirent } from 'node:fs';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { membersOf } from './compressed';
import { type Encoding, encodingsOf } from './encodings';

export type Place =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Buffer };

export interface Find {
  /** The needle's name; its value is never repeated. */
  readonly needle: string;
  readonly encoding: Encoding;
  /** A file, or a place's name, and the compressed member within it. */
  readonly place: string;
}

/** Shorter ones would be found by chance. */
const shortestNeedle = 8;

/**
 * Every place and encoding in which one of the needles occurs, once each. `needles` is name to
 * value. Fails when a needle is too short to mean anything, or a place cannot be read.
 */
export async function findSecrets(
  needles: Readonly<Record<string, string>>,
  places: readonly Place[],
): Promise<readonly Find[]> {
  for (const [name, value] of Object.entries(needles)) {
    if (value.length < shortestNeedle) throw new Error(`${name} is too short to be searched for.`);
  }
  const patterns = Object.entries(needles).flatMap(([needle, value]) =>
    encodingsOf(value).map((pattern) => ({ needle, ...pattern })),
  );
  const finds: Find[] = [];
  for (const place of places) {
    for await (const haystack of haystacksIn(place)) {
      const seen = new Set<string>();
      for (const { needle, encoding, bytes } of patterns) {
        const found = `${needle} ${encoding}`;
        if (seen.has(found) || !haystack.bytes.includes(bytes)) continue;
        seen.add(found);
        finds.push({ needle, encoding, place: haystack.name });
      }
    }
  }
  return finds;
}

interface Haystack {
  readonly name: string;
  readonly bytes: Buffer;
}

async function* haystacksIn(place: Place): AsyncGenerator<Haystack> {
  if (place.kind === 'bytes') {
    yield* withMembers(place);
    return;
  }
  const entries = await readdir(place.path, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => relative(place.path, join(entry.parentPath, entry.name)));
  yield { name: `${place.path} (file names)`, bytes: Buffer.from(paths.join('\n')) };
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await contentsOf(path, entry);
    if (bytes) yield* withMembers({ name: path, bytes });
  }
}

function* withMembers(haystack: Haystack): Generator<Haystack> {
  yield haystack;
  for (const { how, offset, bytes } of membersOf(haystack.bytes)) {
    yield* withMembers({ name: `${haystack.name} > ${how} at ${offset}`, bytes });
  }
}

/** Undefined for what holds nothing: folders, sockets, and files gone since they were listed. */
async function contentsOf(path: string, entry: Dirent): Promise<Buffer | undefined> {
  try {
    if (entry.isFile()) return await readFile(path);
    if (entry.isSymbolicLink()) return Buffer.from(await readlink(path));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return undefined;
}
