import { useEffect, useRef } from 'preact/hooks';
import type { Message } from '../../preload/contract';
import { now } from '../state/clock';
import { close, opened } from '../state/inbox';
import { markListed } from '../state/marking';
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

/** An oa's head stands on its card, just below: the list's title would say it twice. */
const headingOf = ({ title, body }: Message): string =>
  body.kind === 'oa' ? (body.title ?? body.head.text) : title;

function Opened({ message }: { readonly message: Message }) {
  const { messages } = words.value;
  const title = useRef<HTMLHeadingElement>(null);
  // Where list and message are one at a time, the row that had the focus is no longer there.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && !activeElement.checkVisibility()) {
      title.current?.focus();
    }
  }, []);
  return (
    <article class="message">
      <header class="message-head">
        <h1 ref={title} tabIndex={-1}>
          {headingOf(message)}
        </h1>
        <div class="message-line">
          <p>
            {message.sender} · <SentAt at={message.sentAt} />
          </p>
          <button
            type="button"
            class="secondary"
            onClick={() => void markListed([message], message.isRead ? 'unread' : 'read')}
          >
            {message.isRead ? messages.markUnread : messages.markRead}
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
      return <Opened key={now.id} message={now.message} />;
  }
}

export function ReadingPane() {
  const { messages } = words.value;
  return (
    <section class="pane" aria-label={messages.reading}>
      <button type="button" class="quiet back" onClick={close}>
        <Icon name="back" />
        {messages.back}
      </button>
      <Content />
    </section>
  );
}
