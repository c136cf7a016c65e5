import { useComputed } from '@preact/signals';
import type { MessageKey, MessageSummary } from '../../preload/contract';
import { activeRow } from '../state/activeRow';
import { today } from '../state/clock';
import { shown } from '../state/list';
import { open, openedKey } from '../state/opened';
import { anchorAt, extendTo, selection, selectNone, toggle } from '../state/selection';
import { summaryOf } from '../state/summaries';
import { format, words } from '../state/words';

interface Props {
  readonly message: MessageKey;
  /** From 1, and how many there are in all. */
  readonly place: number;
  readonly of: number;
  /** In CSS pixels below the list's beginning. */
  readonly top: number;
  readonly tabIndex: 0 | -1;
}

/** Ctrl (⌘ on a Mac) and Shift select as in any list; a plain click opens. */
function choose(event: MouseEvent, key: MessageKey): void {
  const withControl = event.ctrlKey || event.metaKey;
  if (event.shiftKey) extendTo(key, shown.peek(), withControl ? 'add' : 'replace');
  else if (withControl) toggle(key);
  else {
    selectNone();
    anchorAt(key);
    open(key);
  }
}

function tick(event: MouseEvent, key: MessageKey): void {
  if (event.shiftKey) extendTo(key, shown.peek(), 'add');
  else toggle(key);
  // Chromium has turned the box already, whatever came of it.
  if (event.currentTarget instanceof HTMLInputElement) {
    event.currentTarget.checked = selection.peek().has(key);
  }
}

/** Grey bars of the same height where a message is still being read. */
function Waiting() {
  return (
    <>
      <span class="unseen">{words.value.messages.loading}</span>
      <span class="row-bar" />
      <span class="row-bar" />
      <span class="row-bar" />
    </>
  );
}

function Lines({ sender, sentAt, title, preview, isRead }: MessageSummary) {
  return (
    <>
      <span class="row-head">
        {!isRead && <span class="unseen">{words.value.messages.unreadMark} </span>}
        <bdi class="row-sender">{sender} </bdi>
        <time dateTime={new Date(sentAt).toISOString()}>
          {format.value.moment(sentAt, today.value)}{' '}
        </time>
      </span>
      <bdi class={preview === '' ? 'row-title two-lines' : 'row-title'} elementtiming="message">
        {title}{' '}
      </bdi>
      {preview !== '' && <bdi class="row-preview">{preview}</bdi>}
    </>
  );
}

export function MessageRow({ message: key, place, of, top, tabIndex }: Props) {
  const summary = summaryOf(key).value;
  const selected = useComputed(() => selection.value.has(key));
  const current = useComputed(() => (openedKey.value === key ? 'true' : undefined));
  return (
    <li
      class={summary?.isRead === false ? 'row unread' : 'row'}
      data-key={key}
      aria-setsize={of}
      aria-posinset={place}
      style={{ transform: `translateY(${top}px)` }}
      onFocusIn={() => {
        activeRow.value = key;
      }}
    >
      <label class="row-check">
        <input
          type="checkbox"
          checked={selected}
          tabIndex={tabIndex}
          aria-label={words.value.messages.select(summary?.title ?? String(place))}
          onClick={(event) => tick(event, key)}
        />
      </label>
      <button
        type="button"
        class="row-open"
        aria-current={current}
        tabIndex={tabIndex}
        data-id={summary?.id}
        onClick={(event) => choose(event, key)}
      >
        {summary === null ? <Waiting /> : <Lines {...summary} />}
      </button>
    </li>
  );
}
