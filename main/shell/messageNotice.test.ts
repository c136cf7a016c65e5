import { expect, test } from 'vitest';
import type { MessageKey, MessageSummary } from '../../preload/contract';
import { messageId, messageKey } from '../../preload/ids';
import { noticesOf } from './messageNotice';

const keyOf = (number: number): MessageKey => messageKey.parse(number);

const message = (number: number, of: Partial<MessageSummary> = {}): MessageSummary => ({
  key: keyOf(number),
  id: messageId.parse(`m${number}`),
  kind: 'text',
  sender: `发送人${number}`,
  sentAt: 0,
  isRead: false,
  title: `标题${number}`,
  preview: '',
  ...of,
});

const arrivals = (count: number) => Array.from({ length: count }, (_, at) => message(at + 1));

test('nothing new has no notice', () => {
  expect(noticesOf([], 'zh-CN', 'senders-and-titles')).toEqual([]);
});

test('each of up to three has a notice of its own: the sender, and what it is about', () => {
  expect(noticesOf(arrivals(3), 'zh-CN', 'senders-and-titles')).toEqual([
    { of: [keyOf(1)], title: '发送人1', body: '标题1' },
    { of: [keyOf(2)], title: '发送人2', body: '标题2' },
    { of: [keyOf(3)], title: '发送人3', body: '标题3' },
  ]);
});

test('more than three have one together, with the first senders', () => {
  const of = [1, 2, 3, 4].map(keyOf);
  expect(noticesOf(arrivals(4), 'zh-CN', 'senders-and-titles')).toEqual([
    { of, title: '4 条新消息', body: '来自发送人1、发送人2、发送人3等' },
  ]);
});

test('a sender of several is named once, and who has no name not at all', () => {
  const twice = ['教务处', '教务处', '校办', ' '].map((sender, at) => message(at + 1, { sender }));
  expect(noticesOf(twice, 'zh-CN', 'senders-and-titles')).toMatchObject([
    { body: '来自教务处、校办' },
  ]);
  expect(noticesOf(twice, 'en-US', 'senders-and-titles')).toMatchObject([
    { title: '4 new messages', body: 'From 教务处, 校办' },
  ]);
  const nameless = arrivals(4).map((one) => ({ ...one, sender: '' }));
  expect(noticesOf(nameless, 'zh-CN', 'senders-and-titles')).toMatchObject([
    { title: '4 条新消息', body: '' },
  ]);
});

test('a message without sender and title has the app’s name and says so', () => {
  expect(
    noticesOf([message(1, { sender: '', title: '\u202e' })], 'zh-CN', 'senders-and-titles'),
  ).toMatchObject([{ title: '教师工作台', body: '（没有标题）' }]);
});

test('what a server wrote arrives as plain text of bounded length', () => {
  const [notice] = noticesOf(
    [message(1, { sender: '<u>校长</u>', title: `&#x202e;\u202e${'很长'.repeat(500)}` })],
    'zh-CN',
    'senders-and-titles',
  );
  expect(notice?.title).toBe('＜u＞校长＜/u＞');
  expect(notice?.body).toMatch(/^＆#x202e;很长.*…$/);
  expect(notice?.body.length).toBeLessThanOrEqual(120);
});

test.each([1, 3, 4])(
  'where others see the screen, %i are counted and nothing else is said',
  (count) => {
    const of = Array.from({ length: count }, (_, at) => keyOf(at + 1));
    expect(noticesOf(arrivals(count), 'zh-CN', 'count')).toEqual([
      { of, title: `${count} 条新消息`, body: '' },
    ]);
    expect(noticesOf([], 'zh-CN', 'count')).toEqual([]);
  },
);
