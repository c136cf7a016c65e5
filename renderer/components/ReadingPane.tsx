import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Message } from '../../preload/contract';
import { goToRow } from '../state/activeRow';
import { now } from '../state/clock';
import { mark } from '../state/marking';
import { close, opened, openedKey } from '../state/opened';
import { format, words } from '../state/words';
import { Empty } from './Empty';
import { FailureText } from './FailureText';
import { Icon } from './Icon';
import { MessageBody } from './MessageBody';
import { Skeleton } from './Skeleton';

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

function Opened({ message }: { readonly message: Message }) {
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

function Content() {
  const { messages } = words.value;
  const now = opened.value;
  switch (now?.kind) {
    case undefined:
      return <Empty icon="message" title={messages.pickOne} />;
    case 'reading':
      return <Skeleton label={messages.loading} lines={5} />;
    case 'failed':
      return (
        <Empty icon="message" title={messages.openFailed}>
          <FailureText failure={now.failure} />
        </Empty>
      );
    case 'read':
      return <Opened key={now.key} message={now.message} />;
  }
}

/** To the row of the message that was open, for the keyboard's sake. */
function backToList(): void {
  const key = opened.peek()?.key;
  close();
  if (key !== undefined) goToRow(key, 'focus');
}

export function ReadingPane() {
  const { messages } = words.value;
  const pane = useRef<HTMLElement>(null);
  const key = openedKey.value;
  useLayoutEffect(() => {
    // Another message is read from its beginning.
    if (key !== null) pane.current?.scrollTo(0, 0);
  }, [key]);
  return (
    <section ref={pane} class="pane" aria-label={messages.reading}>
      <button type="button" class="quiet back" onClick={backToList}>
        <Icon name="back" />
        {messages.back}
      </button>
      <Content />
    </section>
  );
}
