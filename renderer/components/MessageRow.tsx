import { useComputed } from '@preact/signals';
import type { MessageSummary } from '../../preload/contract';
import { today } from '../state/clock';
import { open, opened, shown } from '../state/inbox';
import { extendTo, selection, toggle } from '../state/selection';
import { format, words } from '../state/words';

/** Ctrl (⌘ on a Mac) and Shift select as in any list; a plain click opens. */
function choose(event: MouseEvent, { id }: MessageSummary): void {
  if (event.shiftKey) {
    extendTo(
      id,
      shown.value.map((message) => message.id),
    );
  } else if (event.ctrlKey || event.metaKey) toggle(id);
  else open(id);
}

export function MessageRow({ message }: { readonly message: MessageSummary }) {
  const { id, isRead, sender, title, preview, sentAt } = message;
  const selected = useComputed(() => selection.value.has(id));
  const current = useComputed(() => (opened.value?.id === id ? 'true' : undefined));
  return (
    <li class={isRead ? 'row' : 'row unread'}>
      <label class="row-check">
        <input
          type="checkbox"
          checked={selected}
          aria-label={words.value.messages.select(title)}
          onChange={() => toggle(id)}
        />
      </label>
      <button
        type="button"
        class="row-open"
        aria-current={current}
        data-id={id}
        onClick={(event) => choose(event, message)}
      >
        <span class="row-head">
          {!isRead && <span class="unseen">{words.value.messages.unreadMark} </span>}
          <span class="row-sender">{sender} </span>
          <time dateTime={new Date(sentAt).toISOString()}>
            {format.value.moment(sentAt, today.value)}{' '}
          </time>
        </span>
        <span class="row-title">{title} </span>
        <span class="row-preview">{preview}</span>
      </button>
    </li>
  );
}
