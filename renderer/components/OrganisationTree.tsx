import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OrganisationId } from '../../preload/contract';
import type { Row, Shown } from '../organisations/tree';
import { copyId } from '../state/commands';
import { activeOrganisation, setOpen } from '../state/organisations';
import { words } from '../state/words';
import { OrganisationRow } from './OrganisationRow';
import { useVirtualRows } from './virtualRows';

/** Most rows' height: what is not on screen yet is taken to be as high. */
const guessedHeight = 64;

interface Key {
  readonly event: KeyboardEvent;
  readonly row: Row;
  readonly at: number;
  readonly shown: Shown;
  readonly page: number;
}

/** Where the keyboard goes on to, by the WAI-ARIA practices for trees; null for nowhere. */
function nextOf({ event, row, at, shown: { order, rows }, page }: Key): number | null {
  const last = order.length - 1;
  const { parent } = row.entry;
  switch (event.key) {
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min(at + page, last);
    case 'PageUp':
      return Math.max(at - page, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowRight':
      return row.state === 'open' ? at + 1 : at;
    case 'ArrowLeft':
      return rows.has(parent) ? order.indexOf(parent) : at;
    default:
      return null;
  }
}

/** What a key opens or closes; null for nothing. A search shows what it found, whatever is closed. */
function twistOf(key: string, { state }: Row): 'open' | 'closed' | null {
  if (key === 'Enter' || key === ' ') {
    if (state === 'leaf') return null;
    return state === 'open' ? 'closed' : 'open';
  }
  if (key === 'ArrowRight' && state === 'closed') return 'open';
  return key === 'ArrowLeft' && state === 'open' ? 'closed' : null;
}

interface Props {
  readonly shown: Shown;
  readonly canClose: (id: OrganisationId) => boolean;
}

/** Only the rows on screen are there, and the one the keyboard is on. */
export function OrganisationTree({ shown, canClose }: Props) {
  const { order, rows } = shown;
  const scroller = useRef<HTMLDivElement>(null);
  const tree = useRef<HTMLDivElement>(null);
  const [wish, wishFor] = useState<number | null>(null);
  const active = activeOrganisation.value;
  const kept = order.findIndex((number) => rows.get(number)?.entry.node.id === active);
  const tabStop = kept < 0 ? order[0] : order[kept];
  const virtual = useVirtualRows(scroller, { order, rowHeight: guessedHeight, kept, from: 0 });

  const before = useRef(order);
  useLayoutEffect(() => {
    // What a search finds is seen from its beginning, unless it leaves the row the keyboard is on.
    if (before.current !== order && kept < 0 && scroller.current) scroller.current.scrollTop = 0;
    before.current = order;
  }, [order]);

  useLayoutEffect(() => {
    if (wish === null) return;
    wishFor(null);
    const index = order.indexOf(wish);
    if (index < 0) return;
    virtual.scrollTo(index);
    rowAt(wish)?.focus({ preventScroll: true });
  });

  const rowAt = (number: number) =>
    tree.current?.querySelector<HTMLElement>(`[data-number="${number}"]`);

  function goTo(at: number): void {
    const row = rows.get(order[at] ?? 0);
    if (row === undefined) return;
    activeOrganisation.value = row.entry.node.id;
    wishFor(row.entry.number);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { target, key } = event;
    // Keys on a button within a row are the button's.
    if (!(target instanceof HTMLElement) || target.role !== 'treeitem') return;
    const row = rows.get(Number(target.dataset.number));
    if (row === undefined || event.altKey || event.isComposing) return;
    const { id } = row.entry.node;
    if (event.ctrlKey || event.metaKey) {
      const copies =
        key.toLowerCase() === 'c' && !event.shiftKey && getSelection()?.isCollapsed !== false;
      if (!copies) return;
      void copyId(id);
    } else {
      const twist = twistOf(key, row);
      const page = Math.max(1, virtual.items.length / 2);
      const at = order.indexOf(row.entry.number);
      const next = nextOf({ event, row, at, shown, page: Math.floor(page) });
      if (twist !== null && canClose(id)) setOpen(id, twist);
      else if (next !== null) goTo(next);
      else return;
    }
    event.preventDefault();
  }

  return (
    <div ref={scroller} class="tree-scroll">
      <div
        ref={tree}
        role="tree"
        class="tree"
        aria-label={words.value.organisations.treeLabel}
        style={{ height: `${virtual.height}px` }}
        onKeyDown={onKeyDown}
      >
        {virtual.items.map(({ index, start }) => {
          const row = rows.get(order[index] ?? 0);
          if (row === undefined) return null;
          return (
            <OrganisationRow
              key={row.entry.number}
              row={row}
              index={index}
              top={start}
              tabIndex={row.entry.number === tabStop ? 0 : -1}
              measure={virtual.measure}
            />
          );
        })}
      </div>
    </div>
  );
}
