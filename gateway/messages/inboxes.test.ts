import { describe, expect, test } from 'vitest';
import { classTeacher } from '../people/classTeacher';
import { newcomer } from '../people/newcomer';
import { schoolHead } from '../people/schoolHead';
import { hour } from './calendar';
import { type FirstMessage, firstMessages } from './inboxes';

const start = { baseTime: Date.parse('2025-11-21T15:00:00+08:00'), url: 'http://127.0.0.1:1' };

describe.each([
  { ...classTeacher, inbox: { total: 342, unread: 17 } },
  { ...schoolHead, inbox: { total: 268, unread: 133 } },
])("$name's first messages", ({ inbox, ...person }) => {
  const messages = firstMessages(person, start);

  test('are as many, and as many unread, as is said', () => {
    expect({
      total: messages.length,
      unread: messages.filter(({ isRead }) => isRead === 0).length,
    }).toEqual(inbox);
  });

  test('are the same for the same base time', () => {
    expect(firstMessages(person, start)).toEqual(messages);
  });

  test('are sent over sixty days up to the base time, oldest first, some of them today', () => {
    const times = messages.map(({ sentAt }) => Date.parse(sentAt));
    expect(times).toEqual([...times].sort((one, other) => one - other));
    const daysAgo = times.map((time) => (start.baseTime - time) / 86_400_000);
    expect(Math.min(...daysAgo)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...daysAgo)).toBeGreaterThan(55);
    expect(Math.max(...daysAgo)).toBeLessThan(62);
    expect(messages.filter(({ sentAt }) => sentAt.startsWith('2025-11-21'))).not.toEqual([]);
  });

  test('are of all three kinds, and no form has more than six pairs', () => {
    const kinds = messages.map(({ body }) => body.msgtype ?? body.msgType);
    expect(new Set(kinds)).toEqual(new Set(['text', 'link', 'oa']));
    const forms = messages.map(({ body }) => JSON.stringify(body).split('"key"').length - 1);
    expect(Math.max(...forms)).toBe(person.account === schoolHead.account ? 6 : 4);
  });
});

test('The newcomer has none', () => {
  expect(firstMessages(newcomer, start)).toEqual([]);
});

describe('An inbox of any size', () => {
  const usual = firstMessages(classTeacher, start);
  const ofSize = (xiabing: number) => firstMessages(classTeacher, { ...start, sizes: { xiabing } });

  test.each([0, 1, 341, 342, 343, 1_000, 50_000])('may have %i messages', (size) => {
    expect(ofSize(size)).toHaveLength(size);
  });

  test('ends with the usual messages, or the newest of them', () => {
    expect(ofSize(1_000).slice(-usual.length)).toEqual(usual);
    expect(ofSize(20)).toEqual(usual.slice(-20));
  });

  test('begins with those of the years before, oldest first, on school days', () => {
    const times = ofSize(50_000).map(({ sentAt }) => Date.parse(sentAt));
    expect(times).toEqual([...times].sort((one, other) => one - other));
    const years = (start.baseTime - (times[0] ?? 0)) / (365 * 86_400_000);
    expect(years).toBeGreaterThan(7);
    expect(years).toBeLessThan(11);
    const weekdays = times.slice(0, 1_000).map((time) => new Date(time + 8 * hour).getUTCDay());
    expect(weekdays.filter((weekday) => weekday === 0 || weekday === 6)).toEqual([]);
  });

  test('is as varied as the usual one, with a few that stayed unread', () => {
    const large = ofSize(50_000).slice(0, -usual.length);
    const kindsOf = (messages: readonly FirstMessage[]) =>
      new Set(messages.map(({ body }) => body.msgtype ?? body.msgType));
    const sendersOf = (messages: readonly FirstMessage[]) =>
      new Set(messages.map(({ sender }) => sender.name));
    expect(kindsOf(large)).toEqual(kindsOf(usual));
    expect(sendersOf(large).size).toBeGreaterThan(20);
    const texts = new Set(large.map(({ body }) => JSON.stringify(body)));
    expect(texts.size / large.length).toBeGreaterThan(0.8);
    const unread = large.filter(({ isRead }) => isRead === 0).length;
    expect(unread / large.length).toBeCloseTo(0.02, 2);
  });

  test('is the same for the same base time', () => {
    expect(ofSize(5_000)).toEqual(ofSize(5_000));
  });
});
