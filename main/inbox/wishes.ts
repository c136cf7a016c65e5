/**
 * What she wished of her messages' marks and the platform has not taken yet, on disk. The last wish
 * for a message counts; one that leads back to what the platform has is none.
 */
import type { Failure, Mark, MessageId, RefusedMark } from '../../preload/contract';
import type { Content } from './message';
import { keysIn, listed, purposeOfMessage, type Tables } from './tables';

/** A wish as she may take it away with her. */
export interface UnsentMark {
  readonly id: MessageId;
  readonly as: Mark;
  readonly refused: boolean;
}

export interface UnsentPage {
  readonly marks: readonly UnsentMark[];
  /** Where to go on; null at the end. */
  readonly next: number | null;
}

/** A wish on its way: `place` is its number in the order of the wishes. */
export interface Wish {
  readonly place: number;
  readonly id: MessageId;
  readonly as: Mark;
}

export interface Wished {
  /** Whose mark is shown otherwise than before. */
  readonly changed: Uint32Array;
  /** Wishes that are new, rather than other ones for the same message. */
  readonly wished: number;
}

export interface Wishes {
  /** On disk when it returns; throws what the disk throws, and nothing has changed then. */
  wish(keys: Uint32Array, as: Mark): Wished;
  wishById(ids: readonly MessageId[], as: Mark): Wished;
  counts(): { readonly waiting: number; readonly refused: number };
  /** The oldest that waits, and up to `count` with the same mark; without the places of `besides`. */
  next(count: number, besides: ReadonlySet<number>): readonly Wish[];
  /** Those for which she has not wished otherwise since. */
  standing(wishes: readonly Wish[]): readonly Wish[];
  /** They are about to be sent: whether they arrive is open from now on. */
  trying(wishes: readonly Wish[]): void;
  /** The platform has taken them. Where she has wished otherwise since, that wish stays. */
  taken(wishes: readonly Wish[]): void;
  /** The platform refuses it: it waits for her word. */
  refused(wish: Wish, failure: Failure): void;
  listRefused(count: number): readonly RefusedMark[];
  /** At most `count` of all, waiting or refused, with places above `after`, the oldest first. */
  after(after: number, count: number): UnsentPage;
  /** The refused ones wait again. */
  retry(ids: readonly MessageId[] | 'all'): void;
  /** Of the refused: the platform's marks count again. */
  discard(ids: readonly MessageId[] | 'all'): void;
  /** The same with all that wait, but for the places of `besides`. */
  discardWaiting(besides: ReadonlySet<number>): void;
}

interface Row {
  readonly place: number;
  readonly name: Uint8Array;
  readonly key: number | null;
  readonly sealed_id: Uint8Array | null;
  readonly wanted: number;
  readonly refusal: Uint8Array | null;
  /** Of the message, where it is known. */
  readonly sealed: Uint8Array | null;
}

const numberOf = (as: Mark): 0 | 1 => (as === 'read' ? 1 : 0);
const markOf = (wanted: number): Mark => (wanted === 1 ? 'read' : 'unread');

/** `json_each` gives the keys, or places, of one parameter. */
const given = 'IN (SELECT value FROM json_each(:given))';

export function createWishes({ database, seals }: Tables): Wishes {
  const { connection } = database;
  const prepare = (text: string) => connection.prepare(text);
  const sql = {
    changing: prepare(`SELECT key FROM message WHERE shown_read <> :as AND key ${given}`),
    /** Never sent, and the platform has it so already: as if it had not been wished. */
    undo: prepare(`DELETE FROM wish WHERE tried = 0 AND wanted <> :as AND key ${given}
      AND (SELECT platform_read FROM message WHERE message.key = wish.key) = :as`),
    /** What was refused may be wished anew. */
    change: prepare(`UPDATE wish SET wanted = :as, refusal = NULL WHERE key ${given}`),
    add: prepare(`INSERT INTO wish (name, key, wanted)
      SELECT name, key, :as FROM message WHERE key ${given} AND platform_read <> :as
      AND key NOT IN (SELECT key FROM wish WHERE key IS NOT NULL)
      ORDER BY sent_at, key`),
    show: prepare(`UPDATE message SET shown_read = :as WHERE shown_read <> :as AND key ${given}`),
    keyOf: prepare('SELECT key FROM message WHERE name = ?'),
    changeUnlisted: prepare('UPDATE wish SET wanted = ?, refusal = NULL WHERE name = ?'),
    addUnlisted: prepare('INSERT INTO wish (name, sealed_id, wanted) VALUES (?, ?, ?)'),
    waiting: prepare('SELECT count(*) AS count FROM wish WHERE refusal IS NULL'),
    refused: prepare('SELECT count(*) AS count FROM wish WHERE refusal IS NOT NULL'),
    next: prepare(`SELECT wish.*, message.sealed FROM wish LEFT JOIN message USING (key)
      WHERE refusal IS NULL ORDER BY place LIMIT ?`),
    wanted: prepare('SELECT wanted FROM wish WHERE place = ?'),
    trying: prepare(`UPDATE wish SET tried = 1 WHERE place ${given}`),
    told: prepare(`UPDATE message SET platform_read = :as
      WHERE key IN (SELECT key FROM wish WHERE place ${given})`),
    settle: prepare(`DELETE FROM wish WHERE wanted = :as AND place ${given}`),
    settled: prepare(`UPDATE wish SET tried = 0 WHERE place ${given}`),
    refuse: prepare('UPDATE wish SET refusal = ? WHERE place = ? AND wanted = ?'),
    /** What she has wished instead may be what the platform has. */
    undoRefused: prepare(`DELETE FROM wish WHERE place ${given} AND refusal IS NULL
      AND wanted = (SELECT platform_read FROM message WHERE message.key = wish.key)`),
    listRefused: prepare(`SELECT wish.*, message.sealed FROM wish LEFT JOIN message USING (key)
      WHERE refusal IS NOT NULL ORDER BY place LIMIT ?`),
    after: prepare(`SELECT wish.*, message.sealed FROM wish LEFT JOIN message USING (key)
      WHERE place > ? ORDER BY place LIMIT ?`),
    places: prepare('SELECT place FROM wish WHERE refusal IS NOT NULL'),
    waitingPlaces: prepare('SELECT place FROM wish WHERE refusal IS NULL'),
    place: prepare('SELECT place FROM wish WHERE refusal IS NOT NULL AND name = ?'),
    retry: prepare(`UPDATE wish SET refusal = NULL WHERE place ${given}`),
    showPlatforms: prepare(`UPDATE message SET shown_read = platform_read
      WHERE key IN (SELECT key FROM wish WHERE place ${given})`),
    discard: prepare(`DELETE FROM wish WHERE place ${given}`),
  };

  const placesOf = (wishes: readonly Wish[]) => listed(wishes.map(({ place }) => place));

  function idOf({ name, key, sealed_id, sealed }: Row): MessageId | null {
    if (key !== null && sealed !== null) {
      return (seals.open(sealed, purposeOfMessage(name)) as Content | null)?.id ?? null;
    }
    return sealed_id === null ? null : (seals.open(sealed_id, 'wish') as MessageId | null);
  }

  function wishListed(keys: Iterable<number>, as: Mark): Wished {
    const parameters = { given: listed(keys), as: numberOf(as) };
    const changed = keysIn(sql.changing.all(parameters));
    sql.undo.run(parameters);
    sql.change.run(parameters);
    const wished = Number(sql.add.run(parameters).changes);
    sql.show.run(parameters);
    return { changed, wished };
  }

  /** Of a message that is in no list: what the platform has is not known, so it always goes out. */
  function wishUnlisted(id: MessageId, name: Buffer, as: Mark): 0 | 1 {
    if (Number(sql.changeUnlisted.run(numberOf(as), name).changes) > 0) return 0;
    sql.addUnlisted.run(name, seals.seal(id, 'wish'), numberOf(as));
    return 1;
  }

  function refusedPlaces(ids: readonly MessageId[] | 'all'): string {
    const rows =
      ids === 'all'
        ? sql.places.all()
        : ids.map((id) => sql.place.get(seals.nameOf(id))).filter((row) => row !== undefined);
    return listed(rows.map((row) => row.place));
  }

  function drop(places: string): void {
    database.transaction(() => {
      sql.showPlatforms.run({ given: places });
      sql.discard.run({ given: places });
    });
  }

  return {
    wish: (keys, as) => database.transaction(() => wishListed(keys, as)),

    wishById: (ids, as) =>
      database.transaction(() => {
        const keys: number[] = [];
        let unlisted = 0;
        for (const id of new Set(ids)) {
          const name = seals.nameOf(id);
          const known = sql.keyOf.get(name);
          if (known === undefined) unlisted += wishUnlisted(id, name, as);
          else keys.push(known.key);
        }
        const { changed, wished } = wishListed(keys, as);
        return { changed, wished: wished + unlisted };
      }),

    counts: () => ({ waiting: sql.waiting.get().count, refused: sql.refused.get().count }),

    next(count, besides) {
      const rows = (sql.next.all(besides.size + 2 * count) as Row[]).filter(
        ({ place }) => !besides.has(place),
      );
      const waiting = rows.flatMap((row) => {
        const id = idOf(row);
        return id === null ? [] : [{ place: row.place, id, as: markOf(row.wanted) }];
      });
      return waiting.filter(({ as }) => as === waiting[0]?.as).slice(0, count);
    },

    standing: (wishes) =>
      wishes.filter(({ place, as }) => sql.wanted.get(place)?.wanted === numberOf(as)),

    trying: (wishes) => void sql.trying.run({ given: placesOf(wishes) }),

    taken(wishes) {
      const [first] = wishes;
      if (first === undefined) return;
      const parameters = { given: placesOf(wishes), as: numberOf(first.as) };
      database.transaction(() => {
        sql.told.run(parameters);
        sql.settle.run(parameters);
        sql.settled.run({ given: parameters.given });
      });
    },

    refused: ({ place, as }, failure) =>
      database.transaction(() => {
        sql.refuse.run(seals.seal(failure, 'refusal'), place, numberOf(as));
        sql.settled.run({ given: listed([place]) });
        sql.undoRefused.run({ given: listed([place]) });
      }),

    listRefused: (count) =>
      (sql.listRefused.all(count) as Row[]).flatMap((row) => {
        const id = idOf(row);
        const failure = row.refusal && (seals.open(row.refusal, 'refusal') as Failure | null);
        if (id === null || failure === null) return [];
        const content =
          row.sealed && (seals.open(row.sealed, purposeOfMessage(row.name)) as Content);
        return [{ id, title: content?.title ?? null, as: markOf(row.wanted), failure }];
      }),

    after(after, count) {
      const rows = sql.after.all(after, count) as Row[];
      const marks = rows.flatMap((row) => {
        const id = idOf(row);
        return id === null ? [] : [{ id, as: markOf(row.wanted), refused: row.refusal !== null }];
      });
      return { marks, next: rows.at(-1)?.place ?? null };
    },

    retry: (ids) => void sql.retry.run({ given: refusedPlaces(ids) }),

    discard: (ids) => drop(refusedPlaces(ids)),

    discardWaiting: (besides) =>
      drop(
        listed(
          sql.waitingPlaces
            .all()
            .map((row) => row.place)
            .filter((place) => !besides.has(place)),
        ),
      ),
  };
}
