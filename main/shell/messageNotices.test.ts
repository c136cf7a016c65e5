import { signal } from '@preact/signals-core';
import { beforeEach, expect, test } from 'vitest';
import type {
  MessageKey,
  MessageSummary,
  PersonId,
  SettingsSnapshot,
} from '../../preload/contract';
import { messageId, messageKey } from '../../preload/ids';
import { checkedSettings } from './checkedSettings';
import type { MessageNotice } from './messageNotice';
import { type Arriving, followArrivals, type MessageNotices } from './messageNotices';

const keyOf = (number: number): MessageKey => messageKey.parse(number);
const summary = (number: number): MessageSummary => ({
  key: keyOf(number),
  id: messageId.parse(`m${number}`),
  kind: 'text',
  sender: '教务处',
  sentAt: 0,
  isRead: false,
  title: `通知 ${number}`,
  preview: '',
});
const upTo = (count: number) => Array.from({ length: count }, (_, at) => summary(at + 1));

const hers = 'p1' as PersonId;
const somebodyElses = 'p2' as PersonId;

/** An inbox in which messages arrive and are read. */
function someInbox() {
  const snapshot = signal({ revision: 0 });
  const listeners = new Set<(messages: readonly MessageSummary[]) => void>();
  const unread = new Set<MessageKey>();
  const arriving: Arriving = {
    snapshot,
    arrivals(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isUnread: (key) => unread.has(key),
  };
  return {
    arriving,
    arrive(messages: readonly MessageSummary[]) {
      for (const { key } of messages) unread.add(key);
      snapshot.value = { revision: snapshot.value.revision + 1 };
      for (const listener of listeners) listener(messages);
    },
    read(...numbers: readonly number[]) {
      for (const number of numbers) unread.delete(keyOf(number));
      snapshot.value = { revision: snapshot.value.revision + 1 };
    },
  };
}

interface OnScreen {
  readonly notice: MessageNotice;
  readonly click: () => void;
}

const atFirst: SettingsSnapshot = {
  ...checkedSettings({}),
  languageInUse: 'zh-CN',
  storing: 'agreed',
  version: '1',
  locked: [],
  setAside: [],
};

let inbox: ReturnType<typeof someInbox>;
let source = signal<Arriving | null>(null);
let person = signal<PersonId | null>(hers);
let settings = signal(atFirst);
let onScreen = new Set<OnScreen>();
let opened: string[] = [];
let time = '10:00';
let notices: MessageNotices;

beforeEach(() => {
  inbox = someInbox();
  source = signal(inbox.arriving);
  person = signal(hers);
  settings = signal(atFirst);
  onScreen = new Set();
  opened = [];
  time = '10:00';
  notices = followArrivals({
    inbox: () => source.value,
    person: () => person.value,
    settings,
    content: () => 'senders-and-titles',
    show(notice, click) {
      const shown = { notice, click };
      onScreen.add(shown);
      return { close: () => onScreen.delete(shown) };
    },
    openWindow: () => opened.push('window'),
    openList: () => opened.push('list'),
    now: () => new Date(`2026-09-01T${time}`),
  });
});

const bodies = () => [...onScreen].map(({ notice }) => notice.body);
const clickOn = (body: string) => [...onScreen].find(({ notice }) => notice.body === body)?.click();

test('a click on a message’s notice opens the window and wants that message', () => {
  inbox.arrive(upTo(2));
  expect(notices.wanted.value).toBeNull();
  clickOn('通知 2');
  expect(opened).toEqual(['window']);
  expect(notices.wanted.value?.message).toBe(keyOf(2));
  expect(bodies()).toEqual(['通知 1']);
});

test('a click on the notice of several opens the list and wants none of them', () => {
  inbox.arrive(upTo(5));
  expect(onScreen.size).toBe(1);
  clickOn('来自教务处');
  expect(opened).toEqual(['list']);
  expect(notices.wanted.value).toBeNull();
});

test('what becomes read, here or elsewhere, takes its notice along', () => {
  inbox.arrive(upTo(3));
  inbox.read(1);
  expect(bodies()).toEqual(['通知 2', '通知 3']);
});

test('the notice of several stays until the last of them is read', () => {
  inbox.arrive(upTo(5));
  inbox.read(1, 2, 3, 5);
  expect(onScreen.size).toBe(1);
  inbox.read(4);
  expect(onScreen.size).toBe(0);
});

test('nothing is shown when notices are off or in quiet hours, and nothing made up for later', () => {
  settings.value = { ...settings.value, notifications: 'off' };
  inbox.arrive([summary(1)]);
  settings.value = {
    ...settings.value,
    notifications: 'on',
    quietHours: { from: '22:00', to: '07:00' },
  };
  time = '23:30';
  inbox.arrive([summary(2)]);
  expect(bodies()).toEqual([]);
  time = '07:00';
  inbox.arrive([summary(3)]);
  expect(bodies()).toEqual(['通知 3']);
});

test('signing out takes all of them away, with what was wanted', () => {
  inbox.arrive(upTo(3));
  clickOn('通知 1');
  const [left] = onScreen;
  person.value = null;
  expect(onScreen.size).toBe(0);
  expect(notices.wanted.value).toBeNull();
  left?.click();
  expect(opened).toEqual(['window']);
  expect(notices.wanted.value).toBeNull();
});

test('another person never sees the first one’s', () => {
  inbox.arrive(upTo(2));
  person.value = somebodyElses;
  expect(onScreen.size).toBe(0);
});

test('another deployment’s inbox is followed in place of the first', () => {
  const next = someInbox();
  inbox.arrive([summary(1)]);
  source.value = next.arriving;
  expect(onScreen.size).toBe(0);
  inbox.arrive([summary(2)]);
  next.arrive([summary(3)]);
  expect(bodies()).toEqual(['通知 3']);
});

test('fifty stand at most: the oldest go first', () => {
  for (let number = 1; number <= 60; number += 1) inbox.arrive([summary(number)]);
  expect(onScreen.size).toBe(50);
  expect(bodies().at(0)).toBe('通知 11');
});
