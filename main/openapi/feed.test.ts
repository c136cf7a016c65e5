import { describe, expect, test } from 'vitest';
import { decodeFeedPage } from './feed';
import { opened } from './practice';

const sentAt = '2026-09-23T19:00:00+08:00';
const message = {
  msgId: '3806',
  sentAt,
  sender: { id: 'D-XB', name: '校办' },
  isRead: 0,
  body: { msgtype: 'text', text: { content: '你好' } },
};
const decodedMessage = {
  id: '3806',
  sentAt: Date.parse(sentAt),
  sender: { id: 'D-XB', name: '校办' },
  isRead: false,
  body: { kind: 'text', content: '你好' },
};

const decoded = (result: unknown) => decodeFeedPage(opened({ code: '000000', result }));

test('a page of the feed', () => {
  expect(decoded({ messages: [message], cursor: 'c1', hasMore: true })).toEqual({
    ok: true,
    value: { messages: [decodedMessage], cursor: 'c1', hasMore: true, unusable: [] },
  });
});

describe('a message', () => {
  test.each([
    ['with numbers for text', { msgId: 3806 }, {}],
    ['that is read', { isRead: '1' }, { isRead: true }],
    ['that does not say whether it is read', { isRead: null }, { isRead: false }],
    ['without a sender', { sender: [] }, { sender: { id: null, name: null } }],
    ['with a sender that is none', { sender: 'office' }, { sender: { id: null, name: null } }],
    ['with a nameless sender', { sender: { id: 7 } }, { sender: { id: '7', name: null } }],
  ])('%s', (_what, changes, expected) => {
    expect(decoded({ messages: [{ ...message, ...changes }] })).toMatchObject({
      ok: true,
      value: { messages: [{ ...decodedMessage, ...expected }], unusable: [] },
    });
  });
});

test('a message that cannot be used costs none of the others', () => {
  const messages = [
    { ...message, msgId: '' },
    { ...message, msgId: 'x'.repeat(129) },
    { ...message, sentAt: 'yesterday' },
    { ...message, body: undefined },
    { ...message, body: { msgtype: 'link', link: [] } },
    null,
    message,
  ];
  expect(decoded({ messages, cursor: 'c1' })).toEqual({
    ok: true,
    value: {
      messages: [decodedMessage],
      cursor: 'c1',
      hasMore: false,
      unusable: [
        { field: 'result.messages[0].msgId' },
        { field: 'result.messages[1].msgId' },
        { field: 'result.messages[2].sentAt' },
        { field: 'result.messages[3].body.msgtype' },
        { field: 'result.messages[4].body.link.title' },
        { field: 'result.messages[5]' },
      ],
    },
  });
});

test.each([undefined, null, [], {}])('an empty page may have messages %j', (messages) => {
  expect(decoded({ messages, cursor: 'c1' })).toEqual({
    ok: true,
    value: { messages: [], cursor: 'c1', hasMore: false, unusable: [] },
  });
});

test.each([
  ['1', true],
  [0, false],
  ['perhaps', false],
])('hasMore %j is read as %j', (hasMore, read) => {
  expect(decoded({ messages: [], cursor: 'c1', hasMore })).toMatchObject({
    ok: true,
    value: { hasMore: read },
  });
});

test('a page that is none is named', () => {
  expect(decoded('page')).toMatchObject({ ok: false, failure: { field: 'result' } });
  expect(decoded({ messages: 'none' })).toMatchObject({
    ok: true,
    value: { messages: [], unusable: [{ field: 'result.messages' }] },
  });
});
