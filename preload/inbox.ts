/** Her messages. */
import type { Failure } from './failure';
import type { EpochMs, MessageId, MessageKey } from './ids';

export interface InboxSnapshot {
  /** Grows with every change: a list read at a lower revision is out of date. */
  readonly revision: number;
  readonly total: number;
  readonly unread: number;
  /** Entries of the feed that are no message anybody could show. */
  readonly unusable: number;
  readonly feed:
    | { readonly kind: 'absent' }
    | { readonly kind: 'waiting' }
    | { readonly kind: 'reading' }
    | { readonly kind: 'read'; readonly at: EpochMs }
    | { readonly kind: 'failed'; readonly failure: Failure; readonly at: EpochMs };
  /**
   * `memory`: without a keychain nothing of hers goes to disk, and it lasts for this run. `refused`:
   * so it does since the disk gave no place for it. `renewed`: the file was broken, has been set aside,
   * and a new one begun; unsent marks may be lost with it.
   */
  readonly storage: 'disk' | 'memory' | 'refused' | 'renewed';
  readonly outbox: OutboxSnapshot;
}

/** Marks that are hers already, and not yet the platform's. */
export interface OutboxSnapshot {
  /** Kept, and going out as soon as they can; without the refused ones. */
  readonly waiting: number;
  /** Why they wait: the last call's failure. Null while nothing has failed. */
  readonly cause: Failure | null;
  /** Of those that are on their way since the outbox was last empty; null when it is. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** Refused by the platform: they stay until she retries or discards them. */
  readonly refused: number;
}

/** A mark that the platform refused. */
export interface RefusedMark {
  readonly id: MessageId;
  /** Null for an id that is in no list here. */
  readonly title: string | null;
  readonly as: Mark;
  /** With the platform's words. */
  readonly failure: Failure;
}

export type Mark = 'read' | 'unread';

/** What the list shows. `search`: words that all occur in sender, title or text; empty for no search. */
export interface MessageQuery {
  readonly filter: 'all' | 'unread';
  readonly search: string;
}

export interface MessageSummary {
  readonly key: MessageKey;
  readonly id: MessageId;
  readonly kind: MessageBody['kind'];
  readonly sender: string;
  readonly sentAt: EpochMs;
  readonly isRead: boolean;
  readonly title: string;
  /** One line of its text. */
  readonly preview: string;
}

export interface Message extends MessageSummary {
  readonly body: MessageBody;
}

export type MessageBody =
  | { readonly kind: 'text'; readonly content: string }
  | {
      readonly kind: 'link';
      readonly title: string;
      readonly content: string;
      readonly url: string | null;
      readonly pictureUrl: string | null;
    }
  | {
      readonly kind: 'oa';
      readonly head: { readonly text: string; readonly background: Colour };
      readonly title: string | null;
      readonly content: string | null;
      readonly pictureUrl: string | null;
      readonly fileCount: number | null;
      readonly author: string | null;
      readonly form: readonly { readonly key: string; readonly value: string }[];
      readonly url: string | null;
    }
  /** A kind that no document names, kept as sent. */
  | { readonly kind: 'unknown'; readonly type: string; readonly json: string };

/** `alpha` 0 to 1, `rgb` six hex digits. */
export interface Colour {
  readonly alpha: number;
  readonly rgb: string;
}

/** Kept on disk; what the platform says to it is in the snapshot's `outbox`. */
export interface MarkOutcome {
  /** Those of the list that were not so marked before: what an undo would take back. */
  readonly changed: Uint32Array;
  /** How many wishes there now are that there were not before, with those for ids in no list. */
  readonly wished: number;
}
