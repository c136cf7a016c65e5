import { describe, expect, test } from 'vitest';
import { practicePeople } from '../people';
import { classTeacher } from '../people/classTeacher';
import { schoolHead } from '../people/schoolHead';
import { firstMessages, inboxSize } from './inboxes';

const start = { baseTime: Date.parse('2025-11-21T15:00:00+08:00'), url: 'http://127.0.0.1:1' };

describe.each([classTeacher, schoolHead])("$name's first messages", (person) => {
  const messages = firstMessages(person, start);

  test('are as many, and as many unread, as is said', () => {
    expect({
      total: messages.length,
      unread: messages.filter(({ isRead }) => isRead === 0).length,
    }).toEqual(inboxSize(person));
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
    expect(Math.max(...forms)).toBe(person === schoolHead ? 6 : 4);
  });
});

test('Only the class teacher and the school head have messages', () => {
  expect(practicePeople.map((person) => inboxSize(person))).toEqual([
    { total: 342, unread: 17 },
    { total: 268, unread: 133 },
    { total: 0, unread: 0 },
  ]);
});
