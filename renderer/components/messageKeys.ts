/** The keyboard on the messages page, as in a mail client. */
import { useEffect } from 'preact/hooks';
import type { Mark } from '../../preload/contract';
import { keyAt } from '../messages/order';
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

const plain = new Map<string, () => void>([
  ['j', () => step(1)],
  ['k', () => step(-1)],
  ['r', () => markChosen('read')],
  ['u', () => markChosen('unread')],
  ['/', focusSearch],
]);

function onKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!isFree(event) || !(target instanceof Element)) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.shiftKey) return;
    if (key === 'z' && undoLatest()) event.preventDefault();
    // In the reading pane it selects the text.
    if (key !== 'a' || target.closest('.pane') !== null) return;
    select(shown.peek());
  } else if (key === 'Escape') {
    if (selection.peek().size === 0) return;
    selectNone();
  } else {
    const run = plain.get(key.toLowerCase());
    if (run === undefined) return;
    run();
  }
  event.preventDefault();
}

export function useMessageKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
