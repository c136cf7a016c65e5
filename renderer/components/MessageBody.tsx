import type { MessageBody as Body } from '../../preload/contract';
import { words } from '../state/words';
import { Linkified } from './Linkified';
import { OaCard } from './OaCard';
import { OpenInBrowser, Picture } from './Outside';

function LinkCard({ body }: { readonly body: Extract<Body, { kind: 'link' }> }) {
  return (
    <div class="card">
      <div class="card-body">
        {body.title !== '' && <h2 dir="auto">{body.title}</h2>}
        {body.content !== '' && <Linkified text={body.content} />}
        <Picture url={body.pictureUrl} />
      </div>
      <footer class="card-foot">
        <OpenInBrowser url={body.url} />
      </footer>
    </div>
  );
}

export function MessageBody({ body }: { readonly body: Body }) {
  switch (body.kind) {
    case 'text':
      return <Linkified text={body.content} />;
    case 'link':
      return <LinkCard body={body} />;
    case 'oa':
      return <OaCard body={body} />;
    case 'unknown':
      return (
        <>
          <p class="muted">{words.value.messages.unknownKind(body.type)}</p>
          <pre>{body.json}</pre>
        </>
      );
  }
}
