/**
 * The tables of one person's messages and marks. Sender, text and id of a message are sealed; what
 * stays readable is when it was sent and how it is marked, by which the database sorts and counts.
 */
import { join } from 'node:path';
import type { EpochMs, MessageId, PersonId } from '../../preload/contract';
import { type Database, openDatabase } from '../storage/database';
import type { Sealer } from '../storage/seal';
import type { Content } from './message';

/** Grows when a table, or what is sealed in one, changes its shape. */
const version = 1;

/**
 * `platform_read`: as the platform last told or took it. `shown_read`: as she sees it, which is her
 * wish where there is one. `digest` tells whether the content has changed without opening it.
 *
 * A `search_piece` has the texts of the messages that came, or changed, with one page of the feed.
 *
 * A wish stays until the platform has taken it. `tried`: it has gone out since, and nobody knows
 * whether it arrived: from then on a wish back must go out as well. `sealed_id` where no message of
 * that id is known.
 */
const schema = `
  CREATE TABLE message (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    name BLOB NOT NULL UNIQUE,
    sent_at INTEGER NOT NULL,
    platform_read INTEGER NOT NULL,
    shown_read INTEGER NOT NULL,
    digest BLOB NOT NULL,
    sealed BLOB NOT NULL
  );
  CREATE INDEX message_order ON message (sent_at DESC, key DESC);
  CREATE INDEX message_unread ON message (sent_at DESC, key DESC) WHERE shown_read = 0;
  CREATE TABLE search_piece (number INTEGER PRIMARY KEY AUTOINCREMENT, sealed BLOB NOT NULL);
  CREATE TABLE wish (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    name BLOB NOT NULL UNIQUE,
    key INTEGER,
    sealed_id BLOB,
    wanted INTEGER NOT NULL,
    tried INTEGER NOT NULL DEFAULT 0,
    refusal BLOB
  );
  CREATE INDEX wish_key ON wish (key);
  CREATE TABLE note (name TEXT PRIMARY KEY, sealed BLOB NOT NULL)
`;

/** Whose messages, and of which deployment: part of what each record is bound to. */
export interface Owner {
  readonly deploymentId: string;
  readonly personId: PersonId;
}

export interface Tables {
  readonly database: Database;
  readonly seals: Seals;
}

/** How records are sealed, and by what they are found. */
export interface Seals {
  nameOf(id: MessageId): Buffer;
  digestOf(content: Content, sentAt: EpochMs): Buffer;
  seal(plain: unknown, purpose: string): Buffer;
  /** Null for what does not open, or is no JSON. */
  open(sealed: Uint8Array, purpose: string): unknown;
  sealBytes(plain: Uint8Array, purpose: string): Buffer;
  openBytes(sealed: Uint8Array, purpose: string): Buffer | null;
}

/** The folder of a deployment's messages, for whoever removes them all. */
export const messagesFolder = (folder: string, { deploymentId }: Pick<Owner, 'deploymentId'>) =>
  join(folder, deploymentId);

/** `folder` null: in memory. Throws what the disk throws. */
export async function openTables(
  folder: string | null,
  sealer: Sealer,
  owner: Owner,
): Promise<Tables> {
  const bound = `${owner.deploymentId}/${owner.personId}`;
  const file = `${sealer.nameOf(bound, 'messages').toString('hex')}.db`;
  const path = folder === null ? null : join(messagesFolder(folder, owner), file);
  const database = await openDatabase({ path, schema, version });
  const boundTo = (purpose: string) => `${purpose}/${version}/${bound}`;
  const seals: Seals = {
    nameOf: (id) => sealer.nameOf(id, bound),
    digestOf: (content, sentAt) => sealer.nameOf(JSON.stringify([content, sentAt]), 'digest'),
    seal: (plain, purpose) =>
      sealer.sealBytes(Buffer.from(JSON.stringify(plain)), boundTo(purpose)),
    open(sealed, purpose) {
      const opened = sealer.openBytes(sealed, boundTo(purpose));
      return opened === null ? null : jsonIn(opened);
    },
    sealBytes: (plain, purpose) => sealer.sealBytes(plain, boundTo(purpose)),
    openBytes: (sealed, purpose) => sealer.openBytes(sealed, boundTo(purpose)),
  };
  return { database, seals };
}

/** Only what was sealed here opens: what is no JSON would be a mistake of ours. */
function jsonIn(opened: Buffer): unknown {
  try {
    return JSON.parse(opened.toString('utf8'));
  } catch {
    return null;
  }
}

export const purposeOfMessage = (name: Uint8Array): string =>
  `message/${Buffer.from(name.buffer, name.byteOffset, name.byteLength).toString('hex')}`;

/** Rows of `key`, as the array they cross to a page in. */
export const keysIn = (rows: readonly { readonly key: number }[]): Uint32Array =>
  Uint32Array.from(rows, ({ key }) => key);

/** For `IN (SELECT value FROM json_each(?))`: any number of values in one parameter. */
export const listed = (values: Iterable<number>): string => `[${[...values].join(',')}]`;
