import { refreshMessages } from '../state/commands';
import { type Filter, filter, shown } from '../state/inbox';
import { askForIds, markListed } from '../state/marking';
import { select, selection } from '../state/selection';
import { inbox } from '../state/snapshots';
import { format, words } from '../state/words';
import { Icon } from './Icon';

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
  const all = shown.value;
  const entries: readonly (readonly [string, () => void])[] = [
    ...(all.length > 0
      ? ([
          [messages.selectAll, () => select(all.map(({ id }) => id))],
          [messages.markAllUnread, () => void markListed(all, 'unread')],
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

/** In the head's place while messages are selected. */
function SelectionHead() {
  const { messages } = words.value;
  const chosen = shown.value.filter(({ id }) => selection.value.has(id));
  return (
    <div class="list-head selecting">
      <strong role="status">{messages.selected(chosen.length)}</strong>
      <button type="button" class="quiet" onClick={() => void markListed(chosen, 'read')}>
        {messages.markRead}
      </button>
      <button type="button" class="quiet" onClick={() => void markListed(chosen, 'unread')}>
        {messages.markUnread}
      </button>
      <button
        type="button"
        class="quiet icon-button"
        aria-label={messages.clearSelection}
        title={messages.clearSelection}
        onClick={() => select([])}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

function Marking() {
  const marking = inbox.value?.marking;
  if (!marking) return null;
  const label = words.value.messages.marking(marking.done, marking.of);
  return (
    <div class="marking">
      <span role="status">{label}</span>
      <progress value={marking.done} max={marking.of} aria-label={label} />
    </div>
  );
}

/** The filter, and what can be done with all that is shown. */
function ShownHead() {
  const { messages } = words.value;
  const { total = 0, unread = 0, feed } = inbox.value ?? {};
  // Without a feed there is no list to filter; messages can still be marked by their ids.
  if (feed?.kind === 'absent') return null;
  return (
    <div class="list-head">
      <fieldset class="filters" aria-label={messages.filterLabel}>
        <FilterButton of="unread" count={unread} />
        <FilterButton of="all" count={total} />
      </fieldset>
      <button
        type="button"
        class="quiet"
        disabled={shown.value.every((message) => message.isRead)}
        onClick={() => void markListed(shown.value, 'read')}
      >
        {messages.markAllRead}
      </button>
      <Actions />
    </div>
  );
}

export function ListHead() {
  return (
    <>
      {selection.value.size > 0 ? <SelectionHead /> : <ShownHead />}
      <Marking />
    </>
  );
}
