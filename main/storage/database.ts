/**
 * An SQLite file of ours: durable at each commit (WAL, synchronous FULL). A broken one is set aside,
 * never deleted.
 */
import { mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Failure } from '../../preload/contract';

export interface Database {
  readonly connection: DatabaseSyncInstance;
  /**
   * `kept`: as it was left, or new. `renewed`: what was there could not be used and was set aside.
   * `memory`: nothing is kept beyond this run.
   */
  readonly state: 'kept' | 'renewed' | 'memory';
  /** Runs `change` whole or not at all; throws what it, or the disk, throws. */
  transaction<Value>(change: () => Value): Value;
  /** All that was committed is then in the one file, and no file is held open any more. */
  close(): void;
  /** Closes it, and removes its files. */
  remove(): void;
}

export interface DatabaseOptions {
  /** Null keeps it in memory. */
  readonly path: string | null;
  /** What makes the tables of an empty file. */
  readonly schema: string;
  /** Of the schema: a file of another version is set aside like a broken one. */
  readonly version: number;
}

/** Throws where there is neither a usable file nor a place to make one. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  // A native library: loaded at the first use, which is long after the first paint.
  const { DatabaseSync } = await import('@photostructure/sqlite');
  const { path } = options;
  if (path === null) return opened(prepared(new DatabaseSync(':memory:'), options), null, 'memory');
  mkdirSync(dirname(path), { recursive: true });
  try {
    const database = opened(openFile(DatabaseSync, path, options), path, 'kept');
    // It is in use, even if nothing comes to be written (see unused).
    utimesSync(path, new Date(), new Date());
    return database;
  } catch (error) {
    if (!isBroken(error)) throw error;
  }
  setAside(path);
  return opened(openFile(DatabaseSync, path, options), path, 'renewed');
}

/**
 * The failure of what the disk, or the file, did not let be done; anything else is a fault of ours,
 * and thrown on.
 */
export function storageFailure(error: unknown): Failure {
  const isStorage = error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
  if (isStorage) return { kind: 'storage' };
  throw error;
}

class Unusable extends Error {}

/** SQLITE_CORRUPT and SQLITE_NOTADB (sqlite.org/rescode.html); anything else may pass. */
const brokenCodes: readonly unknown[] = [11, 26];

const isBroken = (error: unknown): boolean =>
  error instanceof Unusable ||
  (error instanceof Error && 'errcode' in error && brokenCodes.includes(error.errcode));

function openFile(
  DatabaseSync: new (path: string) => DatabaseSyncInstance,
  path: string,
  options: DatabaseOptions,
): DatabaseSyncInstance {
  const connection = new DatabaseSync(path);
  try {
    return prepared(connection, options);
  } catch (error) {
    connection.close();
    throw error;
  }
}

function prepared(
  connection: DatabaseSyncInstance,
  { schema, version }: DatabaseOptions,
): DatabaseSyncInstance {
  connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  const found = numberIn(connection, 'PRAGMA user_version', 'user_version');
  if (found === 0) {
    connection.exec(`BEGIN; ${schema}; PRAGMA user_version = ${version}; COMMIT`);
  } else if (found !== version) {
    throw new Unusable('another version');
  }
  const { quick_check } = connection.prepare('PRAGMA quick_check(1)').get();
  if (quick_check !== 'ok') throw new Unusable('broken');
  return connection;
}

function numberIn(connection: DatabaseSyncInstance, sql: string, column: string): number {
  return Number(connection.prepare(sql).get()[column]);
}

/** The write-ahead log belongs to the file: without it the last commits would be missing. */
const filesOf = (path: string) => [path, `${path}-wal`, `${path}-shm`];

function setAside(path: string): void {
  const suffix = `.broken-${Date.now()}`;
  for (const file of filesOf(path)) {
    try {
      renameSync(file, file + suffix);
    } catch (error) {
      const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isAbsent) throw error;
    }
  }
}

function opened(
  connection: DatabaseSyncInstance,
  path: string | null,
  state: Database['state'],
): Database {
  let isOpen = true;
  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    connection.close();
  }
  return {
    connection,
    state,
    transaction(change) {
      connection.exec('BEGIN IMMEDIATE');
      try {
        const value = change();
        connection.exec('COMMIT');
        return value;
      } catch (error) {
        // A failed COMMIT may have rolled back by itself; then there is nothing to roll back.
        if (connection.isTransaction) connection.exec('ROLLBACK');
        throw error;
      }
    },
    close,
    remove() {
      close();
      if (path !== null) for (const file of filesOf(path)) rmSync(file, { force: true });
    },
  };
}
