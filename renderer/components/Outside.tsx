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

/** Pictures are not fetched: that would tell their host who reads what, and when. */
export function Picture({ url }: { readonly url: string | null }) {
  if (url === null || !URL.canParse(url)) return null;
  const { messages } = words.value;
  return (
    <p class="picture">
      <Icon name="picture" />
      <span>{messages.picture(new URL(url).host)}</span>
      <OutsideLink url={url}>{messages.openPicture}</OutsideLink>
    </p>
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
