/** Ways out of the window: everything here opens in the system's browser, nothing is fetched. */
import { openLink } from '../state/commands';
import { words } from '../state/words';
import { Icon } from './Icon';

export function OutsideLink({
  url,
  children,
}: {
  readonly url: string;
  readonly children: string;
}) {
  return (
    <a
      href={url}
      title={url}
      onClick={(event) => {
        event.preventDefault();
        void openLink(url);
      }}
      onAuxClick={(event) => event.preventDefault()}
    >
      {children}
    </a>
  );
}

export function OpenInBrowser({ url }: { readonly url: string | null }) {
  const { messages } = words.value;
  if (url === null) return <span class="no-link">{messages.noLink}</span>;
  return (
    <button type="button" class="quiet" title={url} onClick={() => void openLink(url)}>
      {messages.openInBrowser}
      <Icon name="external" />
    </button>
  );
}
