import type { Clock } from './clock';
import { type FeedMessage, type FeedPage, Mailbox } from './mailbox';
import { inChina } from './messages/calendar';
import { type Beginning, firstMessages } from './messages/inboxes';
import type { PracticePerson } from './people';

export type { FeedMessage } from './mailbox';

/** What a test adds; what it leaves out is filled in. */
export type NewMessage = {
  readonly [Field in Exclude<keyof FeedMessage, 'msgId'>]?: FeedMessage[Field] | undefined;
};

export interface InboxSize {
  readonly total: number;
  readonly unread: number;
}

/** The message centre: everyone's messages. */
export class Mailboxes {
  readonly #clock: Clock;
  readonly #boxes: ReadonlyMap<string, Mailbox>;
  readonly #firstSizes: ReadonlyMap<string, InboxSize>;
  /** The documents' example of an id is `3806`. */
  #lastId = 380_600;

  constructor(people: readonly PracticePerson[], beginning: Beginning, clock: Clock) {
    this.#clock = clock;
    this.#boxes = new Map(people.map(({ personId }) => [personId, new Mailbox()]));
    const sizes = new Map<string, InboxSize>();
    for (const person of people) {
      const first = firstMessages(person, beginning);
      for (const message of first) this.add(person.personId, message);
      const unread = first.filter(({ isRead }) => isRead === 0).length;
      sizes.set(person.personId, { total: first.length, unread });
    }
    this.#firstSizes = sizes;
  }

  /** How many there were as the platform started. */
  firstSize(personId: string): InboxSize {
    return this.#firstSizes.get(personId) ?? { total: 0, unread: 0 };
  }

  /** Gives the new message's id; undefined for a person who is not known. */
  add(personId: string, added: NewMessage): string | undefined {
    const box = this.#boxes.get(personId);
    if (box === undefined) return undefined;
    this.#lastId += 1;
    const msgId = String(this.#lastId);
    box.put({
      msgId,
      sentAt: added.sentAt ?? inChina(this.#clock.now()),
      sender: added.sender ?? { id: 'D-XB', name: '校办' },
      isRead: added.isRead ?? 0,
      body: added.body ?? { msgtype: 'text', text: { content: '今天放学后请到校办开短会。' } },
    });
    return msgId;
  }

  /** Call 8: all the ids or, when one of them is not this person's, none. */
  mark(
    personId: string,
    ids: readonly string[],
    isRead: 0 | 1,
  ): { readonly kind: 'marked' } | { readonly kind: 'not-found' } {
    const box = this.#boxes.get(personId);
    const messages = ids.flatMap((id) => box?.find(id) ?? []);
    if (box === undefined || messages.length < ids.length) return { kind: 'not-found' };
    for (const { msgId } of messages) {
      const message = box.find(msgId);
      if (message !== undefined && message.isRead !== isRead) box.put({ ...message, isRead });
    }
    return { kind: 'marked' };
  }

  /** What is new or changed after the change of that number, in the order of the changes. */
  page(personId: string, after: number, limit: number): FeedPage {
    const box = this.#boxes.get(personId);
    return box?.page(after, limit) ?? { messages: [], upTo: after, hasMore: false };
  }

  /** The person's messages as they are now, oldest first. */
  messages(personId: string): readonly FeedMessage[] {
    return [...(this.#boxes.get(personId)?.all() ?? [])].sort(
      (one, other) => Date.parse(one.sentAt) - Date.parse(other.sentAt),
    );
  }
}
