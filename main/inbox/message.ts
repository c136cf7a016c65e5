/** A message as the list, the reading pane and the search have it. */
import type { Message, MessageBody, MessageSummary } from '../../preload/contract';
import type { FeedMessage } from '../openapi';

/** What of a message does not change with its mark: all that is sealed. */
export type Content = Omit<Message, 'key' | 'isRead' | 'sentAt'>;

/** Characters of the list's one line; what does not fit is in the reading pane. */
const previewLength = 120;

export const contentOf = ({ id, sender, body }: FeedMessage): Content => ({
  id,
  kind: body.kind,
  sender: sender.name ?? sender.id ?? '',
  ...headline(body),
  body,
});

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
      return { title: line(body.type), preview: line(body.json) };
  }
}

const line = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, previewLength);

/** All that a search looks through: sender, title and the whole text. */
export const searchTextOf = ({ sender, body }: Content): string =>
  [sender, ...textsOf(body)].join('\n');

function textsOf(body: MessageBody): readonly string[] {
  switch (body.kind) {
    case 'text':
      return [body.content];
    case 'link':
      return [body.title, body.content];
    case 'oa':
      return [
        body.head.text,
        body.title ?? '',
        body.content ?? '',
        ...body.form.flatMap(({ key, value }) => [key, value]),
        body.author ?? '',
      ];
    case 'unknown':
      return [body.type, body.json];
  }
}
