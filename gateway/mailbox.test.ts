import { describe, expect, test } from 'vitest';
import { type FeedMessage, Mailbox } from './mailbox';

const message = (msgId: string, isRead: 0 | 1 = 0): FeedMessage => ({
  msgId,
  sentAt: '2025-11-21T15:00:00+08:00',
  sender: { name: '校办' },
  isRead,
  body: {},
});

const boxOf = (...ids: readonly string[]): Mailbox => {
  const box = new Mailbox();
  for (const id of ids) box.put(message(id));
  return box;
};

const idsOf = (messages: readonly FeedMessage[]) => messages.map(({ msgId }) => msgId);

/** All ids page by page, from that change on. */
function reading(box: Mailbox, limit: number, after = 0): readonly string[][] {
  const pages: string[][] = [];
  for (let from = after; ; ) {
    const { messages, upTo, hasMore } = box.page(from, limit);
    pages.push(idsOf(messages));
    if (!hasMore) return pages;
    from = upTo;
  }
}

describe('a mailbox', () => {
  test('is read page by page in the order of the changes', () => {
    expect(reading(boxOf('a', 'b', 'c', 'd', 'e'), 2)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(reading(boxOf('a', 'b'), 2)).toEqual([['a', 'b']]);
    expect(reading(boxOf(), 2)).toEqual([[]]);
  });

  test('gives a message once, where its last change was', () => {
    const box = boxOf('a', 'b', 'c');
    box.put(message('a', 1));
    box.put(message('a', 0));
    expect(reading(box, 2)).toEqual([['b', 'c'], ['a']]);
    expect(box.find('a')).toEqual(message('a', 0));
    expect(idsOf(box.all())).toEqual(['b', 'c', 'a']);
  });

  test('says there is no more when only replaced changes are left', () => {
    const box = boxOf('a', 'b');
    box.put(message('b', 1));
    const first = box.page(0, 2);
    expect(idsOf(first.messages)).toEqual(['a', 'b']);
    expect(first.hasMore).toBe(false);
    expect(box.page(first.upTo, 2)).toEqual({ messages: [], upTo: first.upTo, hasMore: false });
  });

  test('goes on from a page that was read before a later change', () => {
    const box = boxOf('a', 'b', 'c');
    const { upTo } = box.page(0, 2);
    box.put(message('a', 1));
    expect(reading(box, 2, upTo)).toEqual([['c', 'a']]);
  });
});
