import { useEffect, useRef } from 'preact/hooks';
import type { Message } from '../../preload/contract';
import { now } from '../state/clock';
import { mark } from '../state/marking';
import { format, words } from '../state/words';
import { MessageBody } from './MessageBody';

/** Its own component, so that the clock redraws this line alone. */
function SentAt({ at }: { readonly at: number }) {
  return (
    <time dateTime={new Date(at).toISOString()}>{format.value.fullMoment(at, now.value)}</time>
  );
}

/**
 * An oa's head stands on its card, just below, and a text's title is its beginning: what the list has
 * would be said twice.
 */
function headingOf({ title, sender, body }: Message): string {
  if (body.kind === 'text') return sender;
  return (body.kind === 'oa' && (body.title ?? body.head.text)) || title;
}

/** A message with its head and all that it holds. */
export function OpenedMessage({ message }: { readonly message: Message }) {
  const { messages } = words.value;
  const title = useRef<HTMLHeadingElement>(null);
  // Where list and message are one at a time, the row that had the focus is no longer there.
  useEffect(() => {
    const { activeElement } = document;
    if (
      activeElement === null ||
      activeElement === document.body ||
      !activeElement.checkVisibility()
    ) {
      title.current?.focus();
    }
  }, []);
  const opposite = message.isRead ? 'unread' : 'read';
  const [name, key] = message.isRead ? [messages.markUnread, 'U'] : [messages.markRead, 'R'];
  return (
    <article class="message">
      <header class="message-head">
        <h1 ref={title} tabIndex={-1}>
          <bdi>{headingOf(message)}</bdi>
        </h1>
        <div class="message-line">
          <p>
            {message.kind !== 'text' && <bdi>{message.sender} · </bdi>}
            <SentAt at={message.sentAt} />
          </p>
          <button
            type="button"
            class="secondary"
            title={messages.withKey(name, key)}
            aria-keyshortcuts={key}
            onClick={() => void mark(Uint32Array.of(message.key), opposite)}
          >
            {name}
          </button>
        </div>
      </header>
      <MessageBody message={message} />
    </article>
  );
}
