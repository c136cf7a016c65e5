/** Her messages. */
import type { Failure } from './failure';
import type { EpochMs, MessageId } from './ids';

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
  /** Marks the platform has not yet taken; null when there are none. */
  readonly marking: { readonly done: number; readonly of: number } | null;
}

export interface MessageSummary {
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

export interface MarkOutcome {
  /** How many the platform took. */
  readonly marked: number;
  /** Calls it did not take, with their ids: nothing of these was changed. */
  readonly refused: readonly {
    readonly ids: readonly MessageId[];
    readonly failure: Failure;
  }[];
}
