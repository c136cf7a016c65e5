/** The rows of a long list that are on screen, by TanStack's virtualizer: what Preact needs of it. */
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useReducer, useState } from 'preact/hooks';

interface Rows {
  readonly order: Uint32Array;
  /** Of one row in CSS pixels; a guess where rows are measured. */
  readonly rowHeight: number;
  /** Rendered also while it is scrolled away, or the keyboard would be nowhere; -1 for none. */
  readonly kept: number;
  /** Where the list begins to be read, in CSS pixels. */
  readonly from: number;
}

export interface VirtualRows {
  /** Those to render, in their order; with some above and below what can be seen. */
  readonly items: readonly VirtualItem[];
  /** Of all rows. */
  readonly height: number;
  /** How far the list is scrolled, as it was when it last said so. */
  readonly offset: number;
  /** As `ref` of a row with `data-index`, where rows are not all alike: it is as high as it is. */
  readonly measure: (row: HTMLElement | null) => void;
  /** Scrolls no further than needed to see the row whole. */
  readonly scrollTo: (index: number) => void;
}

/** Rendered above and below: a row is there before it is scrolled to. */
const overscan = 8;

const withRow = (kept: number) => (range: Range) => {
  const seen = defaultRangeExtractor(range);
  if (kept < 0 || kept >= range.count || seen.includes(kept)) return seen;
  return [...seen, kept].sort((a, b) => a - b);
};

/** `scroller` scrolls the list, which begins at its top. */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  { order, rowHeight, kept, from }: Rows,
): VirtualRows {
  const [, redraw] = useReducer((times: number, _: 'again') => times + 1, 0);
  const options = {
    count: order.length,
    overscan,
    initialOffset: from,
    estimateSize: () => rowHeight,
    // It measures anew whenever this is another function.
    getItemKey: useCallback((index: number) => order[index] ?? -index, [order, rowHeight]),
    rangeExtractor: useCallback(withRow(kept), [kept]),
    getScrollElement: () => scroller.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw('again'),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    offset: virtualizer.scrollOffset ?? 0,
    measure: virtualizer.measureElement,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
  };
}
