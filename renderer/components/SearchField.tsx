import { useRef } from 'preact/hooks';
import { keyAt } from '../messages/order';
import { activeRow, goToRow } from '../state/activeRow';
import { list, longestSearch, search, searching, shown } from '../state/list';
import { format, words } from '../state/words';
import { Icon } from './Icon';

/** How many there are, or that the first search takes a moment. */
function Found() {
  const { search: said } = words.value.messages;
  const now = list.value;
  const text = () => {
    if (search.value.trim() === '') return null;
    if (searching.value === 'preparing') return said.preparing;
    return now.kind === 'read' && now.query.search !== ''
      ? said.found(format.value.number(now.found.length))
      : null;
  };
  return (
    <span class="search-found" role="status">
      {text()}
    </span>
  );
}

/** Finds as she types. Escape empties the field, and then leaves it for the list. */
export function SearchField() {
  const { search: said, withKey } = words.value.messages;
  const field = useRef<HTMLInputElement>(null);
  const clear = () => {
    search.value = '';
    field.current?.focus();
  };
  const leave = () => {
    const key = activeRow.value ?? keyAt(shown.value, 0);
    if (key === null) field.current?.blur();
    else goToRow(key, 'focus');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Escape and Enter also belong to the input method, while it is composing Chinese.
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      if (search.value === '') leave();
      else clear();
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      const first = keyAt(shown.value, 0);
      if (first !== null) goToRow(first, 'focus');
    } else return;
    event.preventDefault();
  };
  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={field}
        id="message-search"
        type="search"
        autocomplete="off"
        spellcheck={false}
        maxLength={longestSearch}
        placeholder={said.placeholder}
        aria-label={said.label}
        aria-keyshortcuts="/"
        title={withKey(said.label, '/')}
        value={search}
        onInput={(event) => {
          // Letters of a word that is still being composed are not what she looks for.
          if (!event.isComposing) search.value = event.currentTarget.value;
        }}
        onCompositionEnd={(event) => {
          search.value = event.currentTarget.value;
        }}
        onKeyDown={onKeyDown}
      />
      <Found />
      {search.value !== '' && (
        <button
          type="button"
          class="quiet icon-button"
          aria-label={said.clear}
          title={withKey(said.clear, 'Esc')}
          onClick={clear}
        >
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}

export function focusSearch(): void {
  const field = document.getElementById('message-search');
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}
