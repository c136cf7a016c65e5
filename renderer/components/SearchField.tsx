import { keyAt } from '../messages/order';
import { activeRow, goToRow } from '../state/activeRow';
import { list, longestSearch, search, searching, shown } from '../state/list';
import { format, words } from '../state/words';
import { focusSearchBox, SearchBox } from './SearchBox';

const id = 'message-search';

/** How many there are, or that the first search takes a moment. */
function status(): string | null {
  const { search: said } = words.value.messages;
  const now = list.value;
  if (search.value.trim() === '') return null;
  if (searching.value === 'preparing') return said.preparing;
  return now.kind === 'read' && now.query.search !== ''
    ? said.found(format.value.number(now.found.length))
    : null;
}

/** Finds messages; leaves for the list. */
export function SearchField() {
  const { search: said } = words.value.messages;
  const goToFirst = () => {
    const first = keyAt(shown.value, 0);
    if (first !== null) goToRow(first, 'focus');
  };
  const leave = (field: HTMLInputElement) => {
    const key = activeRow.value ?? keyAt(shown.value, 0);
    if (key === null) field.blur();
    else goToRow(key, 'focus');
  };
  return (
    <SearchBox
      id={id}
      text={search}
      longest={longestSearch}
      label={said.label}
      placeholder={said.placeholder}
      clearLabel={said.clear}
      status={status()}
      goToFirst={goToFirst}
      leave={leave}
    />
  );
}

export const focusSearch = (): void => focusSearchBox(id);
