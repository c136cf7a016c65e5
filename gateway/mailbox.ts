/** A message as the feed gives it. */
export interface FeedMessage {
  readonly msgId: string;
  /** ISO 8601. */
  readonly sentAt: string;
  readonly sender: { readonly id?: string | undefined; readonly name: string };
  readonly isRead: 0 | 1;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface FeedPage {
  readonly messages: readonly FeedMessage[];
  /** The number of the last change on the page. */
  readonly upTo: number;
  readonly hasMore: boolean;
}

/**
 * One person's messages, kept in the order of their changes, so that a page costs the same wherever
 * it is and however many there are.
 */
export class Mailbox {
  /** The change of number n is at n - 1. One that a later change of its message replaced stays here. */
  readonly #changes: FeedMessage[] = [];
  /** The number of each message's last change. */
  readonly #last = new Map<string, number>();

  /** Of a message that is new, or in place of the one with its id. */
  put(message: FeedMessage): void {
    this.#last.set(message.msgId, this.#changes.push(message));
  }

  find(msgId: string): FeedMessage | undefined {
    const last = this.#last.get(msgId);
    return last === undefined ? undefined : this.#changes[last - 1];
  }

  /** What is new or changed after the change of that number, in the order of the changes. */
  page(after: number, limit: number): FeedPage {
    const messages: FeedMessage[] = [];
    let upTo = after;
    for (let change = after + 1; change <= this.#changes.length; change += 1) {
      const message = this.#changes[change - 1];
      if (message === undefined || this.#last.get(message.msgId) !== change) continue;
      if (messages.length === limit) return { messages, upTo, hasMore: true };
      messages.push(message);
      upTo = change;
    }
    return { messages, upTo, hasMore: false };
  }

  /** As they are now, in the order of their last changes. */
  all(): readonly FeedMessage[] {
    return this.#changes.filter((message, at) => this.#last.get(message.msgId) === at + 1);
  }
}
