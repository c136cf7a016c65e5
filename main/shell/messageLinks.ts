/** Links to a message: opened where she is signed in, else remembered until she is. */
import { computed, effect, untracked } from '@preact/signals-core';
import type { MessageId, MessageKey, PersonId, Result } from '../../preload/contract';

/** What of the inbox is asked. */
export interface Linked {
  keyOf(id: MessageId): Promise<MessageKey | null>;
  refresh(): Promise<Result<'refreshed'>>;
}

export interface MessageLinksOptions {
  /** Null without a deployment. */
  readonly inbox: () => Linked | null;
  /** Read in an effect; null while nobody is signed in. */
  readonly person: () => PersonId | null;
  readonly want: (message: MessageKey | 'unknown') => void;
}

export interface MessageLinks {
  /** The last one counts, and for this run. */
  open(id: MessageId): void;
}

export function followMessageLinks({ inbox, person, want }: MessageLinksOptions): MessageLinks {
  let waiting: MessageId | null = null;
  const owner = computed(person);

  async function look(id: MessageId): Promise<void> {
    const of = owner.peek();
    const messages = inbox();
    if (messages === null) return;
    let key = await messages.keyOf(id);
    if (key === null) {
      // It may be newer than the last reading of the feed.
      await messages.refresh();
      key = await messages.keyOf(id);
    }
    // Another person's messages say nothing of it, and neither does a link that came later.
    if (of === owner.peek() && waiting === null) want(key ?? 'unknown');
  }

  function follow(): void {
    const id = waiting;
    if (id === null || owner.peek() === null) return;
    waiting = null;
    void look(id);
  }

  // After the services, which open her messages for the same change.
  effect(() => {
    if (owner.value !== null) untracked(() => queueMicrotask(follow));
  });

  return {
    open(id) {
      waiting = id;
      follow();
    },
  };
}
