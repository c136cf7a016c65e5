import type { LoginSnapshot } from '../../preload/contract';
import { FailureText } from '../components/FailureText';
import { Icon } from '../components/Icon';
import { NetworkSignIn } from '../components/NetworkSignIn';
import { Notices } from '../components/Notices';
import { Skeleton } from '../components/Skeleton';
import { login } from '../state/snapshots';
import { words } from '../state/words';

const retry = () => void window.staffroom.call('retryLogin');
const cancel = () => void window.staffroom.call('cancelLogin');

function CancelButton() {
  return (
    <button type="button" class="secondary" onClick={cancel}>
      {words.value.login.cancel}
    </button>
  );
}

function Where({ now }: { readonly now: LoginSnapshot }) {
  const said = words.value.login;
  return (
    <p class={now.secure ? 'where' : 'where unsafe'}>
      <Icon name={now.secure ? 'lock' : 'unlocked'} />
      <span>
        <span class="where-label">{said.passwordGoesTo} </span>
        <strong>{now.host}</strong>
      </span>
      <span class={now.secure ? 'unseen' : 'tag'}>
        {now.secure ? said.encrypted : said.notEncrypted}
      </span>
    </p>
  );
}

/** Below the bar; the platform's own page lies over it while it is shown. */
function Below({ page }: Pick<LoginSnapshot, 'page'>) {
  const said = words.value.login;
  switch (page.kind) {
    case 'opening':
      return <Skeleton label={said.opening} lines={5} />;
    case 'shown':
      return null;
    case 'finishing':
      return <p class="login-wait">{said.finishing}</p>;
    case 'failed':
      return (
        <div class="login-failed" role="alert">
          <h1>{said.failed}</h1>
          <FailureText failure={page.failure} />
          <p class="buttons">
            <button type="button" onClick={retry}>
              {said.retry}
            </button>
            <CancelButton />
            <NetworkSignIn failure={page.failure} />
          </p>
        </div>
      );
  }
}

/** The login window's own page: where the password goes, how far it is, and the way back. */
export function LoginView() {
  const now = login.value;
  const said = words.value.login;
  if (now === null) return <header class="login-bar" />;
  return (
    <>
      <header class="login-bar">
        {now.page.kind !== 'failed' && <h1 class="unseen">{said.windowTitle}</h1>}
        {now.page.kind === 'failed' ? <p class="where">{now.host}</p> : <Where now={now} />}
        <p class="login-status" role="status">
          {now.page.kind === 'failed' ? null : said[now.page.kind]}
        </p>
        {now.page.kind !== 'failed' && <CancelButton />}
      </header>
      <main class="login-below">
        <Below page={now.page} />
      </main>
      <Notices />
    </>
  );
}
