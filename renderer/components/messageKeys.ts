/** The keyboard on the messages page, as in a mail client. */
import { useEffect } from 'preact/hooks';
import type { Mark } from '../../preload/contract';
import { keyAt } from '../messages/order';
import { type Shortcut, shortcutOf } from '../messages/shortcuts';
import { activeRow, goToRow } from '../state/activeRow';
import { shown } from '../state/list';
import { mark } from '../state/marking';
import { undoLatest } from '../state/notices';
import { open, openedKey } from '../state/opened';
import { anchorAt, select, selectedOf, selection, selectNone } from '../state/selection';
import { isFree } from './freeKey';
import { focusSearch } from './SearchField';

/** As it is written before a letter. */
export const controlKey = /^Mac/u.test(navigator.platform) ? '⌘' : 'Ctrl+';

/** Opens the next message or the one before it. */
function step(by: 1 | -1): void {
  const order = shown.peek();
  const from = openedKey.peek() ?? activeRow.peek();
  const at = from === null ? -1 : order.indexOf(from);
  const key = keyAt(order, at < 0 ? 0 : at + by);
  if (key === null) return;
  selectNone();
  anchorAt(key);
  open(key);
  goToRow(key, 'focus');
}

/** The selected ones, else the opened one, else the one the keyboard is on. */
function markChosen(as: Mark): void {
  const selected = selectedOf(shown.peek());
  const key = openedKey.peek() ?? activeRow.peek();
  if (selected.length > 0) void mark(selected, as);
  else if (key !== null) void mark(Uint32Array.of(key), as);
}

/** Does what the key stands for; false where there is nothing for it to do here. */
function run(shortcut: Shortcut, target: Element): boolean {
  switch (shortcut) {
    case 'next':
      step(1);
      return true;
    case 'previous':
      step(-1);
      return true;
    case 'read':
    case 'unread':
      markChosen(shortcut);
      return true;
    case 'search':
      focusSearch();
      return true;
    case 'undo':
      return undoLatest();
    case 'all':
      // In the reading pane it selects the text.
      if (target.closest('.pane') !== null) return false;
      select(shown.peek());
      return true;
    case 'none':
      if (selection.peek().size === 0) return false;
      selectNone();
      return true;
  }
}

function onKey(event: KeyboardEvent): void {
  const { target } = event;
  if (!isFree(event) || !(target instanceof Element)) return;
  const shortcut = shortcutOf(event);
  if (shortcut !== null && run(shortcut, target)) event.preventDefault();
}

export function useMessageKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
