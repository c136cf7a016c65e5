import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MessageKey, MessageQuery } from '../../preload/contract';
import { keyAt, keysIn, shiftOf } from '../messages/order';
import { activeRow, goToRow, leftAt, rowWish } from '../state/activeRow';
import { openedKey } from '../state/opened';
import { anchorAt, extendTo } from '../state/selection';
import { show } from '../state/summaries';
import { words } from '../state/words';
import { MessageRow } from './MessageRow';
import { useVirtualRows } from './virtualRows';

interface Props {
  readonly order: Uint32Array;
  readonly query: MessageQuery;
}

/** Read beyond those rendered: fast scrolling finds them already here. */
const readAhead = 24;

/** In CSS pixels; the style sheet has it as a length that grows with the text. */
const cssRowHeight = () =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row-height'));

const openButton = (list: HTMLElement | null, key: MessageKey) =>
  list?.querySelector<HTMLElement>(`[data-key="${key}"] .row-open`);

/** Arrows go from message to message, also by pages and to the ends; with Shift they select. */
function onArrow(event: KeyboardEvent, order: Uint32Array, page: number): void {
  const at = order.indexOf(activeRow.value ?? 0);
  const last = order.length - 1;
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  }[event.key];
  if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const key = keyAt(order, Math.min(Math.max(to, 0), last));
  if (key === null) return;
  if (event.shiftKey) extendTo(key, order, 'replace');
  else anchorAt(key);
  goToRow(key, 'focus');
}

/** The rows of the list: only those on screen are there, and the one the keyboard is on. */
export function MessageRows({ order, query }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [rowHeight] = useState(cssRowHeight);
  const active = activeRow.value;
  const kept = active === null ? -1 : order.indexOf(active);
  const [from] = useState(() => {
    const left = leftAt.peek();
    return left?.query === query ? left.offset : 0;
  });
  const rows = useVirtualRows(scroller, { order, rowHeight, kept, from });
  const tabStop = kept < 0 ? keyAt(order, 0) : active;
  const wish = rowWish.value;
  const hadFocus = list.current?.contains(document.activeElement) ?? false;

  const first = rows.items[0]?.index ?? 0;
  const last = rows.items.at(-1)?.index ?? -1;
  useLayoutEffect(() => {
    // A row far away that is there for the keyboard's sake is read, and not all between.
    const seen = rows.items.filter(({ index }) => index !== kept);
    const from = (seen[0]?.index ?? 0) - readAhead;
    const to = (seen.at(-1)?.index ?? -1) + 1 + readAhead;
    show([...(active === null || kept < 0 ? [] : [active]), ...keysIn(order, from, to)]);
  }, [order, first, last, rows.items.length, kept]);

  const before = useRef({ order, query });
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { order, query };
    const { current } = scroller;
    if (current === null || was.order === order) return;
    if (was.query !== query) {
      current.scrollTop = 0;
      return;
    }
    if (active !== null && kept < 0) {
      const place = Math.min(was.order.indexOf(active), order.length - 1);
      activeRow.value = keyAt(order, place);
    }
    // At the top she sees what is new.
    if (rows.offset < 1) return;
    const screen = {
      first: Math.floor(rows.offset / rowHeight),
      last: Math.floor((rows.offset + current.clientHeight) / rowHeight) - 1,
      preferred: was.order.indexOf(openedKey.peek() ?? 0),
    };
    current.scrollTop = rows.offset + shiftOf(was.order, order, screen) * rowHeight;
  }, [order]);

  useLayoutEffect(() => {
    const index = wish === null ? -1 : order.indexOf(wish.key);
    // Not listed yet, or the list is not on screen: later.
    if (wish === null || index < 0 || !scroller.current?.checkVisibility()) return;
    rowWish.value = null;
    rows.scrollTo(index);
    if (wish.how === 'focus') openButton(list.current, wish.key)?.focus({ preventScroll: true });
  });

  useLayoutEffect(() => {
    // The row with the keyboard is gone: its neighbour gets it.
    if (!hadFocus || list.current?.contains(document.activeElement) || tabStop === null) return;
    openButton(list.current, tabStop)?.focus({ preventScroll: true });
  });

  const leaving = useRef({ query, offset: from });
  leaving.current = { query, offset: rows.offset };
  useEffect(
    () => () => {
      leftAt.value = leaving.current;
      show([]);
    },
    [],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const rowsOnScreen = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight);
    onArrow(event, order, Math.max(1, rowsOnScreen - 1));
  };

  return (
    <div ref={scroller} class="list-scroll">
      <ul
        ref={list}
        class="rows"
        aria-label={words.value.messages.listLabel}
        style={{ height: `${rows.height}px` }}
        onKeyDown={onKeyDown}
      >
        {rows.items.map(({ index, start }) => {
          const key = keyAt(order, index);
          if (key === null) return null;
          return (
            <MessageRow
              key={key}
              message={key}
              place={index + 1}
              of={order.length}
              top={start}
              tabIndex={key === tabStop ? 0 : -1}
            />
          );
        })}
      </ul>
    </div>
  );
}
