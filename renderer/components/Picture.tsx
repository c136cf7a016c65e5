/** A message's picture: main fetches and checks it, and gives an address of ours to show it from. */
import { useEffect, useState } from 'preact/hooks';
import type { Failure, Message } from '../../preload/contract';
import { words } from '../state/words';
import { FailureText } from './FailureText';
import { Icon } from './Icon';
import { OutsideLink } from './Outside';

type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly src: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

function useLoaded({ key }: Message, url: string) {
  const [loading, become] = useState<Loading>({ kind: 'loading' });
  useEffect(() => {
    let isWanted = true;
    become({ kind: 'loading' });
    void window.staffroom.call('loadPicture', { key }).then((answer) => {
      if (!isWanted) return;
      if (answer.ok) become({ kind: 'loaded', src: answer.value.src });
      else become({ kind: 'failed', failure: answer.failure });
    });
    return () => {
      isWanted = false;
    };
  }, [key, url]);
  return [loading, become] as const;
}

/** What is in the frame changes, its size does not: nothing below it moves. */
function Framed({ message, url }: { readonly message: Message; readonly url: string }) {
  const { messages } = words.value;
  const { host } = new URL(url);
  const [loading, become] = useLoaded(message, url);
  switch (loading.kind) {
    case 'loading':
      return (
        <div class="picture-frame picture-loading" role="status">
          <span class="unseen">{messages.pictureLoading}</span>
        </div>
      );
    case 'loaded':
      return (
        <div class="picture-frame">
          <img
            src={loading.src}
            alt={messages.pictureOf(message.title)}
            onError={() =>
              become({ kind: 'failed', failure: { kind: 'picture', host, why: 'not-a-picture' } })
            }
          />
        </div>
      );
    case 'failed':
      return (
        <div class="picture-frame picture-failed">
          <Icon name="picture" />
          <p>{messages.picture(host)}</p>
          <FailureText failure={loading.failure} />
        </div>
      );
  }
}

export function Picture({
  message,
  url,
}: {
  readonly message: Message;
  readonly url: string | null;
}) {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return (
    <figure class="picture">
      <Framed message={message} url={url} />
      {(protocol === 'https:' || protocol === 'http:') && (
        <figcaption>
          <span class="host">{host}</span>{' '}
          <OutsideLink url={url} written={host}>
            {words.value.messages.openPicture}
          </OutsideLink>
        </figcaption>
      )}
    </figure>
  );
}
