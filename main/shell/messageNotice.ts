/** What the system's notices say of messages that came new. */
import { formatOf } from '../../i18n';
import { catalogueOf } from '../../i18n/catalogues';
import type { Language, MessageKey, MessageSummary } from '../../preload/contract';
import { noticeText } from './noticeText';

export interface MessageNotice {
  /** The messages that it tells of: one to be opened, or more for the list. */
  readonly of: readonly [MessageKey, ...MessageKey[]];
  readonly title: string;
  readonly body: string;
}

/** Up to so many have a notice each. */
const mostSingle = 3;
const mostSenders = 3;
/** Characters: what a desktop shows without cutting it itself. */
const longest = { sender: 40, title: 120 };

/** `count`: neither senders nor titles, where others can see the screen. */
export type NoticeContent = 'senders-and-titles' | 'count';

/** For messages that arrived together: a notice for each of a few, else one for all. */
export function noticesOf(
  arrived: readonly MessageSummary[],
  language: Language,
  content: NoticeContent,
): readonly MessageNotice[] {
  const [first, ...others] = arrived;
  if (first === undefined) return [];
  if (content === 'count') {
    const of = [first.key, ...others.map(({ key }) => key)] as const;
    return [{ of, title: catalogueOf(language).newMessages.count(of.length), body: '' }];
  }
  if (arrived.length <= mostSingle) return arrived.map((message) => noticeOf(message, language));
  const { newMessages } = catalogueOf(language);
  const of = [first.key, ...others.map(({ key }) => key)] as const;
  return [{ of, title: newMessages.count(of.length), body: sendersOf(arrived, language) }];
}

function noticeOf({ key, sender, title }: MessageSummary, language: Language): MessageNotice {
  const { app, newMessages } = catalogueOf(language);
  return {
    of: [key],
    title: noticeText(sender, longest.sender) || app.name,
    body: noticeText(title, longest.title) || newMessages.noTitle,
  };
}

/** Empty where none has a name. */
function sendersOf(arrived: readonly MessageSummary[], language: Language): string {
  const { newMessages } = catalogueOf(language);
  const names = new Set(arrived.map(({ sender }) => noticeText(sender, longest.sender)));
  names.delete('');
  if (names.size === 0) return '';
  const named = formatOf(language).list([...names].slice(0, mostSenders));
  return names.size > mostSenders ? newMessages.fromAmongOthers(named) : newMessages.from(named);
}
