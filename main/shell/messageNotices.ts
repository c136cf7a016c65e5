/** Notices of the system's for messages that came new, for as long as they are unread. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type {
  Events,
  MessageKey,
  MessageSummary,
  PersonId,
  SettingsSnapshot,
} from '../../preload/contract';
import { type MessageNotice, noticesOf } from './messageNotice';
import { isQuiet } from './quietHours';

/** What of the inbox is followed. */
export interface Arriving {
  readonly snapshot: ReadonlySignal<{ readonly revision: number }>;
  /** Tells what came new with a reading of the feed and is unread; gives back its unsubscribe. */
  arrivals(listener: (messages: readonly MessageSummary[]) => void): () => void;
  isUnread(key: MessageKey): boolean;
}

export interface MessageNoticesOptions {
  /** Read in an effect; null without a deployment. */
  readonly inbox: () => Arriving | null;
  /** Whose inbox it is. Read in an effect; null while nobody is signed in. */
  readonly person: () => PersonId | null;
  readonly settings: ReadonlySignal<SettingsSnapshot>;
  readonly show: (notice: MessageNotice, clicked: () => void) => ShownNotice;
  readonly openWindow: () => void;
  /** The window, with the list of messages. */
  readonly openList: () => void;
  readonly now?: () => Date;
}

export interface ShownNotice {
  /** Harmless when it is gone already. */
  close(): void;
}

export interface MessageNotices {
  /** What she asked for last, by clicking on a notice or otherwise; hers alone. */
  readonly wanted: ReadonlySignal<Events['wanted']>;
  /** Asks for a message in another way than by a notice. */
  want(message: MessageKey | 'unknown'): void;
}

/** The oldest go first: nobody goes through more of them. */
const mostStanding = 50;

/** What comes in quiet hours is not made up for later: the unread count tells it. */
export function followArrivals(options: MessageNoticesOptions): MessageNotices {
  const { inbox, person, settings, show, openWindow, openList, now = () => new Date() } = options;
  const wanted = signal<Events['wanted']>(null);
  /**
   * Not forgotten when the system says that one is closed: on Windows it may then lie in the
   * notification centre, from which she can click on it, and `close` still removes it.
   */
  const standing = new Map<MessageNotice, ShownNotice>();

  function remove(notice: MessageNotice): void {
    standing.get(notice)?.close();
    standing.delete(notice);
  }

  /** A key is good for one person alone, and so is what a notice says. */
  function forget(): void {
    for (const notice of standing.keys()) remove(notice);
    wanted.value = null;
  }

  function want(message: MessageKey | 'unknown'): void {
    wanted.value = { message, at: now().getTime() };
  }

  function clicked(notice: MessageNotice): void {
    if (!standing.has(notice)) return;
    remove(notice);
    const [message, ...others] = notice.of;
    if (others.length > 0) {
      openList();
    } else {
      openWindow();
      want(message);
    }
  }

  function tell(arrived: readonly MessageSummary[]): void {
    const { notifications, quietHours, languageInUse } = settings.peek();
    if (notifications === 'off' || isQuiet(quietHours, now())) return;
    for (const notice of noticesOf(arrived, languageInUse)) {
      standing.set(
        notice,
        show(notice, () => clicked(notice)),
      );
    }
    for (const oldest of [...standing.keys()].slice(0, -mostStanding)) remove(oldest);
  }

  const source = computed(inbox);
  const owner = computed(person);
  const revision = computed(() => source.value?.snapshot.value.revision);

  effect(() => source.value?.arrivals(tell));
  // Read here or elsewhere, or gone from the list.
  effect(() => {
    if (revision.value === undefined) return;
    const isUnread = (key: MessageKey) => source.peek()?.isUnread(key) ?? false;
    for (const notice of standing.keys()) if (!notice.of.some(isUnread)) remove(notice);
  });
  owner.subscribe(forget);
  source.subscribe(forget);

  return { wanted, want };
}
