import type { Mark } from '../../preload/contract';
import { refreshMessages } from '../state/commands';
import { type Filter, filter, narrowed, shown } from '../state/list';
import { askForIds, mark, markEverything } from '../state/marking';
import { select, selectedOf, selection, selectNone } from '../state/selection';
import { inbox } from '../state/snapshots';
import { format, words } from '../state/words';
import { Icon } from './Icon';
import { controlKey } from './messageKeys';
import { SearchField } from './SearchField';

function FilterButton({ of, count }: { readonly of: Filter; readonly count: number }) {
  return (
    <button
      type="button"
      class="filter"
      aria-pressed={filter.value === of}
      onClick={() => {
        filter.value = of;
      }}
    >
      {words.value.messages[of]} {format.value.number(count)}
    </button>
  );
}

function Actions() {
  const { messages } = words.value;
  const entries: readonly (readonly [string, () => void])[] = [
    ...(shown.value.length > 0
      ? ([
          [messages.withKey(messages.selectAll, `${controlKey}A`), () => select(shown.peek())],
          [messages.markAllUnread, () => void mark(shown.peek(), 'unread')],
        ] as const)
      : []),
    ...(narrowed.value
      ? ([
          [messages.markEverything.read, () => void markEverything('read')],
          [messages.markEverything.unread, () => void markEverything('unread')],
        ] as const)
      : []),
    [messages.byIds.open, askForIds],
    [messages.refresh, () => void refreshMessages()],
  ];
  return (
    <>
      <button
        type="button"
        class="quiet icon-button actions-button"
        aria-label={messages.more}
        title={messages.more}
        popovertarget="message-actions"
      >
        <Icon name="more" />
      </button>
      <div id="message-actions" class="actions" popover="auto">
        {entries.map(([name, run]) => (
          <button
            key={name}
            type="button"
            popovertarget="message-actions"
            popovertargetaction="hide"
            onClick={run}
          >
            {name}
          </button>
        ))}
      </div>
    </>
  );
}

const markKeys: Record<Mark, string> = { read: 'R', unread: 'U' };

function MarkSelected({ as }: { readonly as: Mark }) {
  const { messages } = words.value;
  const name = as === 'read' ? messages.markRead : messages.markUnread;
  return (
    <button
      type="button"
      class="quiet"
      title={messages.withKey(name, markKeys[as])}
      aria-keyshortcuts={markKeys[as]}
      onClick={() => void mark(selectedOf(shown.peek()), as)}
    >
      {name}
    </button>
  );
}

/** In the head's place while messages are selected. */
function SelectionHead() {
  const { messages } = words.value;
  return (
    <div class="list-head selecting">
      <strong role="status">{messages.selected(selection.value.size)}</strong>
      <MarkSelected as="read" />
      <MarkSelected as="unread" />
      <button
        type="button"
        class="quiet icon-button"
        aria-label={messages.clearSelection}
        title={messages.withKey(messages.clearSelection, 'Esc')}
        aria-keyshortcuts="Escape"
        onClick={selectNone}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** The filter, and what can be done with all that is shown. */
function ShownHead() {
  const { messages } = words.value;
  const { total = 0, unread = 0 } = inbox.value ?? {};
  return (
    <div class="list-head">
      <fieldset class="filters" aria-label={messages.filterLabel}>
        <FilterButton of="unread" count={unread} />
        <FilterButton of="all" count={total} />
      </fieldset>
      <button
        type="button"
        class="quiet"
        title={messages.markAllReadHint}
        disabled={unread === 0 || shown.value.length === 0}
        onClick={() => void mark(shown.peek(), 'read')}
      >
        {messages.markAllRead}
      </button>
      <Actions />
    </div>
  );
}

export function ListHead() {
  const known = inbox.value;
  // Without a feed there is no list to filter; messages can still be marked by their ids.
  if (known?.feed.kind === 'absent' && known.total === 0) return null;
  return (
    <>
      <SearchField />
      {selection.value.size > 0 ? <SelectionHead /> : <ShownHead />}
    </>
  );
}
