import type { InboxSnapshot } from '../../preload/contract';
import { refreshMessages } from '../state/commands';
import { filter, list, shown } from '../state/inbox';
import { askForIds } from '../state/marking';
import { select, selection } from '../state/selection';
import { inbox } from '../state/snapshots';
import { words } from '../state/words';
import { Empty } from './Empty';
import { FailureText } from './FailureText';
import { MessageRow } from './MessageRow';
import { Skeleton } from './Skeleton';

/** Arrow keys go from message to message, Ctrl+A selects all that are shown, Escape none. */
function onKey(event: KeyboardEvent): void {
  const { currentTarget, target } = event;
  if (!(currentTarget instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  if (event.key === 'Escape' && selection.value.size > 0) select([]);
  else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
    select(shown.value.map(({ id }) => id));
  } else {
    const rows = [...currentTarget.querySelectorAll<HTMLElement>('.row-open')];
    const at = rows.findIndex((row) => row.closest('li')?.contains(target));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    rows[to]?.focus();
  }
  event.preventDefault();
}

function RetryButton() {
  return (
    <button type="button" class="secondary" onClick={() => void refreshMessages()}>
      {words.value.messages.retry}
    </button>
  );
}

/** Why the list is empty: each reason has its own words. */
function Nothing({ feed, total }: InboxSnapshot) {
  const { messages } = words.value;
  if (total > 0 && filter.value === 'unread') {
    return (
      <Empty icon="opened" title={messages.noUnreadTitle}>
        <p>{messages.noUnread}</p>
      </Empty>
    );
  }
  switch (feed.kind) {
    case 'absent':
      return (
        <Empty icon="message" title={messages.feedAbsentTitle}>
          <p>{messages.feedAbsent}</p>
          <button type="button" class="secondary" onClick={askForIds}>
            {messages.byIds.open}
          </button>
        </Empty>
      );
    case 'waiting':
      return <Empty icon="message" title={messages.waiting} />;
    case 'reading':
      return <Skeleton label={messages.loading} lines={12} />;
    case 'failed':
      return (
        <Empty icon="message" title={messages.feedFailed}>
          <FailureText failure={feed.failure} />
          <RetryButton />
        </Empty>
      );
    case 'read':
      return (
        <Empty icon="opened" title={messages.emptyTitle}>
          <p>{messages.empty}</p>
        </Empty>
      );
  }
}

/** Above a list that could not be brought up to date. */
function FeedTrouble({ feed, total }: InboxSnapshot) {
  if (feed.kind !== 'failed' || total === 0) return null;
  const { messages, failure } = words.value;
  return (
    <div class="list-note" role="status">
      <span>
        <strong>{messages.feedFailed}</strong> {failure(feed.failure).what}
      </span>
      <button type="button" class="quiet" onClick={() => void refreshMessages()}>
        {messages.retry}
      </button>
    </div>
  );
}

/** What the platform sent and nobody could show: said, so that she does not wait for it here. */
function LeftOut({ unusable }: InboxSnapshot) {
  if (unusable === 0) return null;
  return (
    <p class="list-note" role="status">
      {words.value.messages.unusable(unusable)}
    </p>
  );
}

export function MessageList() {
  const { messages } = words.value;
  const known = inbox.value;
  const now = list.value;
  if (known === null || now.kind === 'reading') {
    return <Skeleton label={messages.loading} lines={12} />;
  }
  if (now.kind === 'failed') {
    return (
      <Empty icon="message" title={messages.listFailed}>
        <FailureText failure={now.failure} />
      </Empty>
    );
  }
  if (now.messages.length === 0) return <Nothing {...known} />;
  return (
    <>
      <FeedTrouble {...known} />
      <LeftOut {...known} />
      <ul class="rows" aria-label={messages.listLabel} onKeyDown={onKey}>
        {now.messages.map((message) => (
          <MessageRow key={message.id} message={message} />
        ))}
      </ul>
    </>
  );
}
