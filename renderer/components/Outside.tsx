/** Ways out of the window: everything here opens in the system's browser, nothing is fetched. */
import { follow } from '../state/outside';
import { words } from '../state/words';
import { Icon } from './Icon';

/** As the browser will take it: a name in other letters than ours shows as the code that it is. */
const addressOf = (url: string): string => URL.parse(url)?.href ?? url;

export function OutsideLink({
  url,
  written,
  children,
}: {
  readonly url: string;
  /** What is read of the host, where it is not the link's own text. */
  readonly written?: string;
  readonly children: string;
}) {
  return (
    <a
      href={url}
      title={addressOf(url)}
      onClick={(event) => {
        event.preventDefault();
        follow(url, written ?? children);
      }}
      onAuxClick={(event) => event.preventDefault()}
    >
      {children}
    </a>
  );
}

/** Says where it leads before it is pressed. */
export function OpenInBrowser({ url }: { readonly url: string | null }) {
  const { messages } = words.value;
  if (url === null) return null;
  const host = URL.parse(url)?.host ?? '';
  return (
    <span class="open">
      <span class="host">{host}</span>
      <button type="button" class="quiet" title={addressOf(url)} onClick={() => follow(url, host)}>
        {messages.openInBrowser}
        <Icon name="external" />
      </button>
    </span>
  );
}
