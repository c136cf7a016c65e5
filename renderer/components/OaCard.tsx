import type { Message, MessageBody } from '../../preload/contract';
import { headColours } from '../messages/contrast';
import { words } from '../state/words';
import { Icon } from './Icon';
import { Linkified } from './Linkified';
import { OpenInBrowser } from './Outside';
import { Picture } from './Picture';

/** A notice of the school's office system: a head in the sender's colour, text, and a form. */
export function OaCard({
  message,
  body,
}: {
  readonly message: Message;
  readonly body: Extract<MessageBody, { kind: 'oa' }>;
}) {
  const { messages } = words.value;
  const { background } = body.head;
  const light = headColours(background, 'light');
  const dark = headColours(background, 'dark');
  return (
    <div class="card">
      {body.head.text !== '' && (
        <div
          class="card-head"
          dir="auto"
          style={{
            '--head-light': light.background,
            '--head-dark': dark.background,
            '--head-text-light': light.text,
            '--head-text-dark': dark.text,
          }}
        >
          {body.head.text}
        </div>
      )}
      <div class="card-body">
        {body.title !== null && <h2 dir="auto">{body.title}</h2>}
        {body.content !== null && <Linkified text={body.content} />}
        <Picture message={message} url={body.pictureUrl} />
        {body.form.length > 0 && (
          <dl class="form">
            {body.form.map(({ key, value }, place) => (
              <div key={place}>
                <dt dir="auto">{key}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <footer class="card-foot">
        {body.author !== null && <bdi>{body.author}</bdi>}
        {body.fileCount !== null && body.fileCount > 0 && (
          <span>
            <Icon name="attachment" />
            {messages.attachments(body.fileCount)}
          </span>
        )}
        <OpenInBrowser url={body.url} />
      </footer>
    </div>
  );
}
