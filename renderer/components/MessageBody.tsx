import type { MessageBody as Body, Message } from '../../preload/contract';
import { words } from '../state/words';
import { Linkified, Verbatim } from './Linkified';
import { OaCard } from './OaCard';
import { OpenInBrowser } from './Outside';
import { Picture } from './Picture';

function LinkCard({
  message,
  body,
}: {
  readonly message: Message;
  readonly body: Extract<Body, { kind: 'link' }>;
}) {
  return (
    <div class="card">
      <div class="card-body">
        {body.title !== '' && <h2 dir="auto">{body.title}</h2>}
        {body.content !== '' && <Linkified text={body.content} />}
        <Picture message={message} url={body.pictureUrl} />
      </div>
      <footer class="card-foot">
        <OpenInBrowser url={body.url} />
      </footer>
    </div>
  );
}

export function MessageBody({ message }: { readonly message: Message }) {
  const { body } = message;
  switch (body.kind) {
    case 'text':
      return <Linkified text={body.content} />;
    case 'link':
      return <LinkCard message={message} body={body} />;
    case 'oa':
      return <OaCard message={message} body={body} />;
    case 'unknown':
      return (
        <>
          <p class="muted">{words.value.messages.unknownKind(body.type)}</p>
          <Verbatim text={body.json} />
        </>
      );
  }
}
