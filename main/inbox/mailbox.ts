/** All that is kept of one person's messages, open: the store, the search and the outbox on it. */
import type { PersonId } from '../../preload/contract';
import type { Database } from '../storage/database';
import { createSealer, newCacheKey, type Sealer } from '../storage/seal';
import { createMessageStore, type MessageStore } from './messageStore';
import { createOutbox, type Outbox, type OutboxOptions } from './outbox';
import { createSearchIndex, type SearchIndex } from './searchIndex';
import { openTables, type Tables } from './tables';
import { createWishes, type Wishes } from './wishes';

export interface Mailbox {
  /** `refused`: in memory, since the disk gave no place for it; the others as of a database. */
  readonly state: Database['state'] | 'refused';
  readonly store: MessageStore;
  readonly wishes: Wishes;
  readonly outbox: Outbox;
  readonly search: SearchIndex;
  /** It is not used any more: what is kept stays for the next run. */
  close(): void;
  /** Closes it, and removes what was kept. */
  remove(): void;
}

export interface MailboxOptions {
  /** Null: in memory. */
  readonly folder: string | null;
  /** Null where the keychain keeps no key: then it is in memory as well. */
  readonly sealer: Sealer | null;
  readonly deploymentId: string;
  readonly personId: PersonId;
  readonly outbox: Omit<OutboxOptions, 'wishes'>;
  /** The disk gave no place for it, with what it threw. */
  readonly refused: (error: unknown) => undefined;
}

/** Throws where not even a place in memory is to be had: SQLite's library does not load. */
export async function openMailbox(options: MailboxOptions): Promise<Mailbox> {
  const { folder, sealer, deploymentId, personId, refused, outbox } = options;
  const owner = { deploymentId, personId };
  // Sealed in memory too: one way to write, and nothing in clear in a swapped-out page of the file.
  const inMemory = () => openTables(null, throwAwaySealer(), owner);
  if (sealer === null || folder === null) return mailboxOn(await inMemory(), outbox);
  const onDisk = await openTables(folder, sealer, owner).catch(refused);
  return onDisk
    ? mailboxOn(onDisk, outbox)
    : { ...mailboxOn(await inMemory(), outbox), state: 'refused' };
}

/** The mailbox on tables that are open. */
export function mailboxOn(tables: Tables, outboxOptions: MailboxOptions['outbox']): Mailbox {
  const store = createMessageStore(tables);
  const wishes = createWishes(tables);
  const outbox = createOutbox({ ...outboxOptions, wishes });
  const search = createSearchIndex(store);
  const end = () => {
    outbox.stop();
    search.forget();
  };
  return {
    state: tables.database.state,
    store,
    wishes,
    outbox,
    search,
    close() {
      end();
      tables.database.close();
    },
    remove() {
      end();
      tables.database.remove();
    },
  };
}

function throwAwaySealer(): Sealer {
  const sealer = createSealer(newCacheKey());
  if (sealer === null) throw new Error('A new key makes a sealer.');
  return sealer;
}
