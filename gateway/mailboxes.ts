import type { Clock } from './clock';
import { inChina } from './messages/calendar';
import { firstMessages } from './messages/inboxes';
import type { PracticePerson } from './people';

/** A message as the feed gives it. */
export interface FeedMessage {
  readonly msgId: string;
  /** ISO 8601. */
  readonly sentAt: string;
  readonly sender: { readonly id?: string | undefined; readonly name: string };
  readonly isRead: 0 | 1;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a test adds; what it leaves out is filled in. */
export type NewMessage = {
  readonly [Field in Exclude<keyof FeedMessage, 'msgId'>]?: FeedMessage[Field] | undefined;
};

export interface FeedPage {
  readonly messages: readonly FeedMessage[];
  /** The number of the last change on the page. */
  readonly upTo: number;
  readonly hasMore: boolean;
}

interface Kept {
  readonly message: FeedMessage;
  readonly change: number;
}

/** The message centre: everyone's messages, each with the number of its last change. */
export class Mailboxes {
  readonly #clock: Clock;
  readonly #boxes: ReadonlyMap<string, Map<string, Kept>>;
  #lastChange = 0;
  /** The documents' example of an id is `3806`. */
  #lastId = 380_600;

  constructor(
    people: readonly PracticePerson[],
    start: { readonly baseTime: number; readonly url: string },
    clock: Clock,
  ) {
    this.#clock = clock;
    this.#boxes = new Map(people.map(({ personId }) => [personId, new Map()]));
    for (const person of people) {
      for (const first of firstMessages(person, start)) this.add(person.personId, first);
    }
  }

  /** Gives the new message's id; undefined for a person who is not known. */
  add(personId: string, added: NewMessage): string | undefined {
    const box = this.#boxes.get(personId);
    if (box === undefined) return undefined;
    this.#lastId += 1;
    const msgId = String(this.#lastId);
    this.#put(box, {
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
    if (box === undefined || !ids.every((id) => box.has(id))) return { kind: 'not-found' };
    for (const id of ids) {
      const message = box.get(id)?.message;
      if (message !== undefined && message.isRead !== isRead)
        this.#put(box, { ...message, isRead });
    }
    return { kind: 'marked' };
  }

  /** What is new or changed after the change of that number, in the order of the changes. */
  page(personId: string, after: number, limit: number): FeedPage {
    const changed = this.#of(personId)
      .filter(({ change }) => change > after)
      .sort((one, other) => one.change - other.change);
    const page = changed.slice(0, limit);
    return {
      messages: page.map(({ message }) => message),
      upTo: page.at(-1)?.change ?? after,
      hasMore: changed.length > limit,
    };
  }

  /** The person's messages as they are now, oldest first. */
  messages(personId: string): readonly FeedMessage[] {
    return this.#of(personId)
      .map(({ message }) => message)
      .sort((one, other) => Date.parse(one.sentAt) - Date.parse(other.sentAt));
  }

  #of(personId: string): readonly Kept[] {
    return [...(this.#boxes.get(personId)?.values() ?? [])];
  }

  #put(box: Map<string, Kept>, message: FeedMessage): void {
    this.#lastChange += 1;
    box.set(message.msgId, { message, change: this.#lastChange });
  }
}
