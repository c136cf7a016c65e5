/** The person's messages as they are kept: read page by page from the feed, found by key. */
import type { Message, MessageId, MessageKey, MessageSummary } from '../../preload/contract';
import type { FeedMessage, FeedPage } from '../openapi';
import { type Content, contentOf, searchTextOf, summaryOf } from './message';
import { type SearchText, writePiece } from './searchPiece';
import { listed, purposeOfMessage, type Tables } from './tables';

export interface Counts {
  readonly total: number;
  readonly unread: number;
}

export interface MessagePage {
  readonly messages: readonly Message[];
  /** Where to go on; null at the end. */
  readonly next: number | null;
}

export interface MessageStore {
  counts(): Counts;
  /** Newest first; of the same moment always in the same order. */
  order(filter: 'all' | 'unread'): Uint32Array;
  /** In the order asked for, without those that are not there. */
  summaries(keys: readonly MessageKey[]): readonly MessageSummary[];
  read(key: MessageKey): Message | null;
  keyOf(id: MessageId): MessageKey | null;
  /** Where the next reading of the feed goes on; null at the beginning. */
  cursor(): string | null;
  forgetCursor(): void;
  /** Entries of the feed that were no message, over all readings. */
  unusable(): number;
  /**
   * Takes a page and the cursor after it, both or neither. What the page says of the marks of
   * `settled` is older than what the platform has taken since. Gives those that were not known before.
   */
  take(
    page: Pick<FeedPage, 'messages' | 'cursor' | 'unusable'>,
    settled: ReadonlySet<MessageId>,
  ): readonly MessageKey[];
  /** At most `count` messages with keys above `after`, by key; those that do not open are left out. */
  after(after: number, count: number): MessagePage;
  /** What a search looks through: at most `count` pieces with numbers above `after`, in order. */
  searchPieces(
    after: number,
    count: number,
  ): readonly { readonly number: number; readonly piece: Buffer }[];
}

type Note = 'cursor' | 'unusable';

interface Row {
  readonly key: MessageKey;
  readonly name: Uint8Array;
  readonly sent_at: number;
  readonly shown_read: number;
  readonly sealed: Uint8Array;
}

interface Known {
  readonly key: MessageKey;
  readonly platform_read: number;
  readonly digest: Uint8Array;
}

export function createMessageStore({ database, seals }: Tables): MessageStore {
  const { connection } = database;
  const sql = {
    total: connection.prepare('SELECT count(*) AS count FROM message'),
    unread: connection.prepare('SELECT count(*) AS count FROM message WHERE shown_read = 0'),
    // One text of all keys: a row object for each would take ten times as long.
    all: connection.prepare(`SELECT group_concat(key) AS keys FROM
      (SELECT key FROM message ORDER BY sent_at DESC, key DESC)`),
    onlyUnread: connection.prepare(`SELECT group_concat(key) AS keys FROM
      (SELECT key FROM message WHERE shown_read = 0 ORDER BY sent_at DESC, key DESC)`),
    row: connection.prepare('SELECT * FROM message WHERE key = ?'),
    rows: connection.prepare('SELECT * FROM message WHERE key > ? ORDER BY key LIMIT ?'),
    pieces: connection.prepare(
      'SELECT * FROM search_piece WHERE number > ? ORDER BY number LIMIT ?',
    ),
    addPiece: connection.prepare('INSERT INTO search_piece (sealed) VALUES (?)'),
    known: connection.prepare('SELECT key, platform_read, digest FROM message WHERE name = ?'),
    insert: connection.prepare(`INSERT INTO message
      (name, sent_at, platform_read, shown_read, digest, sealed) VALUES (?, ?, ?, ?, ?, ?)`),
    rewrite: connection.prepare(
      'UPDATE message SET sent_at = ?, digest = ?, sealed = ? WHERE key = ?',
    ),
    told: connection.prepare('UPDATE message SET platform_read = ? WHERE key = ?'),
    adopt: connection.prepare('UPDATE wish SET key = ? WHERE name = ?'),
    fulfilled: connection.prepare(`DELETE FROM wish WHERE tried = 0 AND wanted =
      (SELECT platform_read FROM message WHERE message.key = wish.key)
      AND key IN (SELECT value FROM json_each(?))`),
    show: connection.prepare(`UPDATE message SET shown_read = coalesce(
      (SELECT wanted FROM wish WHERE wish.key = message.key), platform_read)
      WHERE key IN (SELECT value FROM json_each(?))`),
    note: connection.prepare('SELECT sealed FROM note WHERE name = ?'),
    putNote: connection.prepare('INSERT OR REPLACE INTO note (name, sealed) VALUES (?, ?)'),
    removeNote: connection.prepare('DELETE FROM note WHERE name = ?'),
  };

  function messageIn(row: Row | undefined): Message | null {
    if (row === undefined) return null;
    const content = seals.open(row.sealed, purposeOfMessage(row.name)) as Content | null;
    if (content === null) return null;
    return { ...content, key: row.key, sentAt: row.sent_at, isRead: row.shown_read === 1 };
  }

  const read = (key: MessageKey) => messageIn(sql.row.get(key) as Row | undefined);

  function insert(message: FeedMessage, content: Content, name: Buffer): MessageKey {
    const { sentAt, isRead } = message;
    const digest = seals.digestOf(content, sentAt);
    const sealed = seals.seal(content, purposeOfMessage(name));
    const mark = Number(isRead);
    const key = Number(
      sql.insert.run(name, sentAt, mark, mark, digest, sealed).lastInsertRowid,
    ) as MessageKey;
    sql.adopt.run(key, name);
    return key;
  }

  function noted(name: Note): unknown {
    const note = sql.note.get(name);
    return note === undefined ? null : seals.open(note.sealed, name);
  }

  const putNote = (name: Note, value: unknown) => sql.putNote.run(name, seals.seal(value, name));

  const unusable = () => {
    const count = noted('unusable');
    return typeof count === 'number' ? count : 0;
  };

  return {
    counts: () => ({ total: sql.total.get().count, unread: sql.unread.get().count }),

    order(filter) {
      const { keys } = (filter === 'all' ? sql.all : sql.onlyUnread).get();
      return keys === null ? new Uint32Array() : Uint32Array.from(keys.split(','), Number);
    },

    summaries(keys) {
      const found = keys.map(read);
      return found.filter((message) => message !== null).map(summaryOf);
    },

    read,
    keyOf: (id) => (sql.known.get(seals.nameOf(id)) as Known | undefined)?.key ?? null,

    cursor() {
      const cursor = noted('cursor');
      return typeof cursor === 'string' ? cursor : null;
    },
    unusable,
    forgetCursor: () => void sql.removeNote.run('cursor'),

    take: ({ messages, cursor, unusable: leftOut }, settled) =>
      database.transaction(() => {
        const arrived: MessageKey[] = [];
        const texts: SearchText[] = [];
        const told: MessageKey[] = [];
        for (const message of messages) {
          const content = contentOf(message);
          const name = seals.nameOf(message.id);
          const known = sql.known.get(name) as Known | undefined;
          if (known === undefined) {
            const key = insert(message, content, name);
            arrived.push(key);
            texts.push({ key, text: searchTextOf(content) });
            told.push(key);
            continue;
          }
          const { key } = known;
          const digest = seals.digestOf(content, message.sentAt);
          if (!digest.equals(known.digest)) {
            const sealed = seals.seal(content, purposeOfMessage(name));
            sql.rewrite.run(message.sentAt, digest, sealed, key);
            texts.push({ key, text: searchTextOf(content) });
          }
          if (known.platform_read === Number(message.isRead) || settled.has(message.id)) continue;
          sql.told.run(Number(message.isRead), key);
          told.push(key);
        }
        const changed = listed(told);
        sql.fulfilled.run(changed);
        sql.show.run(changed);
        if (texts.length > 0) sql.addPiece.run(seals.sealBytes(writePiece(texts), 'search'));
        if (cursor !== null) putNote('cursor', cursor);
        if (leftOut.length > 0) putNote('unusable', unusable() + leftOut.length);
        return arrived;
      }),

    after(after, count) {
      const rows = sql.rows.all(after, count) as Row[];
      return {
        messages: rows.map(messageIn).filter((message) => message !== null),
        next: rows.at(-1)?.key ?? null,
      };
    },

    searchPieces: (after, count) =>
      sql.pieces.all(after, count).map(({ number, sealed }) => ({
        number,
        piece: seals.openBytes(sealed, 'search') ?? writePiece([]),
      })),
  };
}
