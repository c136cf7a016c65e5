import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageKey } from '../../preload/contract';
import { keyAt } from '../messages/order';
import {
  anchorAt,
  extendTo,
  keepSelected,
  select,
  selectedOf,
  selection,
  toggle,
} from './selection';

const order = Uint32Array.from({ length: 50_000 }, (_, at) => 50_000 - at);
const row = (at: number): MessageKey => {
  const key = keyAt(order, at);
  if (key === null) throw new Error('no such row');
  return key;
};
const rows = () => [...selectedOf(order)].map((key) => order.indexOf(key));

beforeEach(() => {
  select([]);
  anchorAt(null);
});

describe('the selection', () => {
  it('reaches from the anchor to where Shift is pressed, in either direction', () => {
    anchorAt(row(5));
    extendTo(row(8), order, 'replace');
    expect(rows()).toEqual([5, 6, 7, 8]);
    extendTo(row(3), order, 'replace');
    expect(rows()).toEqual([3, 4, 5]);
  });

  it('takes a range beside what is selected with Ctrl and Shift', () => {
    toggle(row(1));
    toggle(row(5));
    extendTo(row(6), order, 'add');
    expect(rows()).toEqual([1, 5, 6]);
  });

  it('begins where Shift is pressed first when there is no anchor', () => {
    extendTo(row(4), order, 'replace');
    extendTo(row(6), order, 'replace');
    expect(rows()).toEqual([4, 5, 6]);
  });

  it('takes one out again', () => {
    toggle(row(1));
    toggle(row(2));
    toggle(row(1));
    expect(rows()).toEqual([2]);
  });

  it('loses what the list no longer shows', () => {
    select([row(0), row(1), row(2)]);
    keepSelected(order.subarray(1, 2));
    expect(rows()).toEqual([1]);
  });

  it('takes all 50 000 within two frames', () => {
    const took = Array.from({ length: 5 }, () => {
      const began = performance.now();
      select(order);
      return performance.now() - began;
    });
    // The quickest: another program's work, or a collection of garbage, may be in the others.
    expect(Math.min(...took)).toBeLessThan(33);
    expect(selection.value.size).toBe(50_000);
  });
});
