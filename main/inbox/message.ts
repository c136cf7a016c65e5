/** A message as the list and the reading pane show it. */
import type { Message, MessageBody, MessageSummary } from '../../preload/contract';
import type { FeedMessage } from '../openapi';

/** Characters of the list's one line; what does not fit is in the reading pane. */
const previewLength = 120;

export function messageOf({ id, sender, sentAt, isRead, body }: FeedMessage): Message {
  return {
    id,
    kind: body.kind,
    sender: sender.name ?? sender.id ?? '',
    sentAt,
    isRead,
    ...headline(body),
    body,
  };
}

export const summaryOf = ({ body: _, ...summary }: Message): MessageSummary => summary;

/** What each kind is about in a few words, and one line more. A text's title is its first line. */
function headline(body: MessageBody): { readonly title: string; readonly preview: string } {
  switch (body.kind) {
    case 'text': {
      const [first = '', ...rest] = body.content
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '');
      return { title: line(first), preview: line(rest.join(' ')) };
    }
    case 'link':
      return { title: line(body.title), preview: line(body.content) };
    case 'oa': {
      const title = [body.head.text, body.title].filter(Boolean).join(' · ');
      const form = body.form.map(({ key, value }) => `${key} ${value}`).join(' ');
      return { title: line(title), preview: line(body.content ?? form) };
    }
    case 'unknown':
      return { title: body.type, preview: line(body.json) };
  }
}

const line = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, previewLength);

/** Newest first; the same moment in the order of the ids, so that a list never jumps. */
export function newestFirst(one: MessageSummary, other: MessageSummary): number {
  if (one.sentAt !== other.sentAt) return other.sentAt - one.sentAt;
  return one.id < other.id ? -1 : 1;
}
