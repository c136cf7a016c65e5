/** Ways out of the window: everything here opens in the system's browser, nothing is fetched. */
import { openLink } from '../state/commands';
import { words } from '../state/words';
import { Icon } from './Icon';

/** As the browser will take it: a name in other letters than ours shows as the code that it is. */
const addressOf = (url: string): string => URL.parse(url)?.href ?? url;

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
      title={addressOf(url)}
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

/** Says where it leads before it is pressed. */
export function OpenInBrowser({ url }: { readonly url: string | null }) {
  const { messages } = words.value;
  if (url === null) return null;
  return (
    <span class="open">
      {URL.canParse(url) && <span class="host">{new URL(url).host}</span>}
      <button type="button" class="quiet" title={addressOf(url)} onClick={() => void openLink(url)}>
        {messages.openInBrowser}
        <Icon name="external" />
      </button>
    </span>
  );
}
