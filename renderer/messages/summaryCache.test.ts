import { effect } from '@preact/signals-core';
import { describe, expect, it } from 'vitest';
import type { MessageId, MessageKey, MessageSummary } from '../../preload/contract';
import { keysIn } from './order';
import { SummaryCache } from './summaryCache';

const keys = (from: number, to: number): readonly MessageKey[] =>
  keysIn(
    Uint32Array.from({ length: to + 1 }, (_, at) => at),
    from,
    to + 1,
  );

const isId = (text: string): text is MessageId => text !== '';

function summary(key: MessageKey, isRead: boolean): MessageSummary {
  const id = `m${key}`;
  if (!isId(id)) throw new Error('no id');
  return { key, id, kind: 'text', sender: '教务处', sentAt: 1, isRead, title: id, preview: '' };
}

const of = (from: number, to: number) => keys(from, to).map((key) => summary(key, false));

describe('the summaries kept', () => {
  it('are never more than the limit, and the latest used', () => {
    const cache = new SummaryCache(5);
    cache.take(keys(1, 5), of(1, 5), 1);
    expect(cache.outOfDate(keys(1, 1), 1)).toEqual([]);
    cache.take(keys(6, 9), of(6, 9), 1);
    expect(cache.size).toBe(5);
    expect(cache.outOfDate(keys(1, 1), 1)).toEqual([]);
    expect(cache.outOfDate(keys(2, 2), 1)).toEqual([2]);
  });

  it('are asked for where they are missing first, then where they are old', () => {
    const cache = new SummaryCache(50);
    cache.take(keys(1, 3), of(1, 3), 1);
    expect(cache.outOfDate(keys(1, 5), 1)).toEqual([4, 5]);
    expect(cache.outOfDate(keys(1, 5), 2)).toEqual([4, 5, 1, 2, 3]);
  });

  it('stay on screen until newer ones have come, and do not stir when nothing has changed', () => {
    const cache = new SummaryCache(50);
    const [key] = keys(1, 1);
    if (key === undefined) throw new Error('no key');
    const seen: (boolean | undefined)[] = [];
    const stop = effect(() => {
      seen.push(cache.of(key).value?.isRead);
    });
    cache.take([key], [summary(key, false)], 1);
    expect(cache.outOfDate([key], 2)).toEqual([key]);
    cache.take([key], [summary(key, false)], 2);
    cache.take([key], [summary(key, true)], 3);
    stop();
    expect(seen).toEqual([undefined, false, true]);
  });

  it('are not asked for again when they are gone', () => {
    const cache = new SummaryCache(50);
    cache.take(keys(1, 2), of(1, 1), 4);
    expect(cache.outOfDate(keys(1, 2), 4)).toEqual([]);
  });
});
