import type { InboxSnapshot } from '../../preload/contract';
import { refreshMessages } from '../state/commands';
import { filter, list, readListAgain, search } from '../state/list';
import { askForIds } from '../state/marking';
import { inbox } from '../state/snapshots';
import { words } from '../state/words';
import { Empty } from './Empty';
import { FailureText } from './FailureText';
import { MessageRows } from './MessageRows';
import { Skeleton } from './Skeleton';

/** No message has all the words: perhaps one of those that are left out by the filter. */
function NothingFound({ query }: { readonly query: string }) {
  const { search: said } = words.value.messages;
  return (
    <Empty icon="search" title={said.noneTitle(query)}>
      <p>{said.none}</p>
      {filter.value === 'unread' && (
        <button
          type="button"
          class="secondary"
          onClick={() => {
            filter.value = 'all';
          }}
        >
          {said.inAll}
        </button>
      )}
      <button
        type="button"
        class="secondary"
        onClick={() => {
          search.value = '';
        }}
      >
        {said.clear}
      </button>
    </Empty>
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
          <button type="button" class="secondary" onClick={() => void refreshMessages()}>
            {messages.retry}
          </button>
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

/** In place of rows. */
function NoRows() {
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
        <button type="button" class="secondary" onClick={readListAgain}>
          {messages.retry}
        </button>
      </Empty>
    );
  }
  if (known.total > 0 && now.query.search !== '') return <NothingFound query={now.query.search} />;
  return <Nothing {...known} />;
}

export function MessageList() {
  const now = list.value;
  if (inbox.value !== null && now.kind === 'read' && now.shown.length > 0) {
    return <MessageRows order={now.shown} query={now.query} />;
  }
  return (
    <div class="list-scroll">
      <NoRows />
    </div>
  );
}
