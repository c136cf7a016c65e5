import type { PracticePerson } from '../people';
import { classTeacher } from '../people/classTeacher';
import { schoolHead } from '../people/schoolHead';
import { chinaMidnight, hour, inChina, minute, schoolDaysLater } from './calendar';
import { chance } from './chance';
import { schoolDayTimes } from './earlier';
import { headTemplates } from './headTemplates';
import { teacherTemplates } from './teacherTemplates';
import { type Letter, type Template, writing } from './writing';

/** How many messages an account has, where it is not as many as usual. */
export type InboxSizes = { readonly [Account in 'xiabing' | 'chenzhiyuan']?: number };

/** Over how long before the platform's start the messages were sent: about sixty days. */
const schoolDays = 42;

export interface FirstMessage extends Letter {
  /** ISO 8601. */
  readonly sentAt: string;
  readonly isRead: 0 | 1;
}

interface Inbox {
  readonly seed: number;
  readonly templates: readonly [Template, ...Template[]];
  readonly classes: readonly [string, ...string[]];
  readonly total: number;
  /** The newest so many are unread, and some older ones that were passed over. */
  readonly newestUnread: number;
  readonly olderUnread: number;
}

const inboxes: Readonly<Record<string, Inbox>> = {
  [classTeacher.personId]: {
    seed: 20190416,
    templates: teacherTemplates,
    classes: ['五年级2班', '五年级2班', '五年级3班', '四年级1班'],
    total: 342,
    newestUnread: 13,
    olderUnread: 4,
  },
  [schoolHead.personId]: {
    seed: 20180820,
    templates: headTemplates,
    classes: ['三年级4班', '四年级1班', '五年级2班', '六年级5班'],
    total: 268,
    newestUnread: 124,
    olderUnread: 9,
  },
};

export interface Beginning {
  /** Milliseconds since 1970. */
  readonly baseTime: number;
  /** Of the platform. */
  readonly url: string;
  readonly sizes?: InboxSizes | undefined;
}

/** Oldest first; the same for the same base time, and the newest for every size. */
export function firstMessages(
  person: PracticePerson,
  { baseTime, url, sizes = {} }: Beginning,
): readonly FirstMessage[] {
  const inbox = inboxes[person.personId];
  if (inbox === undefined) return [];
  const usual = usualMessages(inbox, { baseTime, url });
  const wanted = new Map(Object.entries(sizes)).get(person.account) ?? inbox.total;
  return wanted <= inbox.total
    ? usual.slice(inbox.total - wanted)
    : [...earlierMessages(inbox, wanted - inbox.total, { baseTime, url }), ...usual];
}

/** Of the last sixty days. */
function usualMessages(inbox: Inbox, { baseTime, url }: Beginning): readonly FirstMessage[] {
  const random = chance(inbox.seed);
  const newestFirst = Array.from({ length: inbox.total }, (_, index) =>
    sentAt(index, inbox.total, baseTime, random),
  ).sort((one, other) => other - one);
  return newestFirst
    .map((at, index) => {
      const number = inbox.seed + inbox.total - index;
      const template = inbox.templates[templateIndex(index, inbox.templates.length, random)];
      const letter = (template ?? inbox.templates[0])(
        writing({ random, sentAt: at, number, url, classes: inbox.classes }),
      );
      return { ...letter, sentAt: inChina(at), isRead: isUnread(index, inbox) ? 0 : 1 } as const;
    })
    .reverse();
}

/** Of the years before those; some were passed over and stayed unread. */
function earlierMessages(
  inbox: Inbox,
  count: number,
  { baseTime, url }: Beginning,
): readonly FirstMessage[] {
  const random = chance(inbox.seed + 1);
  const before = schoolDaysLater(chinaMidnight(baseTime), -(schoolDays + 1));
  return schoolDayTimes(count, before, random)
    .map((at, index) => {
      const { classes, templates } = inbox;
      const number = inbox.seed - index;
      const letter = pick(templates, random)(writing({ random, sentAt: at, number, url, classes }));
      return { ...letter, sentAt: inChina(at), isRead: random() < 0.02 ? 0 : 1 } as const;
    })
    .reverse();
}

const pick = <Item>(from: readonly [Item, ...Item[]], random: () => number): Item =>
  from[Math.floor(random() * from.length)] ?? from[0];

/** The first screen shows each kind of message once; after that chance decides. */
function templateIndex(index: number, count: number, random: () => number): number {
  return index < count ? index : Math.floor(random() * count);
}

function isUnread(index: number, inbox: Inbox): boolean {
  const step = Math.floor((inbox.total - inbox.newestUnread) / (inbox.olderUnread + 1));
  const older = index - inbox.newestUnread;
  return older < 0 || (older > 0 && older % step === 0 && older / step <= inbox.olderUnread);
}

/** The newest few in the last hours, the others in the working hours of the days before. */
function sentAt(index: number, total: number, baseTime: number, random: () => number): number {
  if (index < 4) return baseTime - index * 70 * minute - Math.floor(random() * 40) * minute;
  const daysAgo = 1 + Math.floor(((index - 4) / (total - 4)) * schoolDays);
  const timeOfDay = 7.25 * hour + Math.floor(random() * 10.5 * 60) * minute;
  return Math.min(
    schoolDaysLater(chinaMidnight(baseTime), -daysAgo) + timeOfDay,
    baseTime - 5 * hour - index * minute,
  );
}
