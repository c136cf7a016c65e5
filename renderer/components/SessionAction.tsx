import type { SessionState } from '../../preload/contract';
import { signIn, tryNow } from '../state/commands';
import { words } from '../state/words';

/** What can be done about a state, in one click. */
export function SessionAction({ kind }: { readonly kind: SessionState['kind'] }) {
  const said = words.value.session;
  switch (kind) {
    case 'unreachable':
    case 'keychain-locked':
      return (
        <button type="button" class="quiet" onClick={() => void tryNow()}>
          {said.tryNow}
        </button>
      );
    case 'expired':
    case 'displaced':
      return (
        <button type="button" class="quiet" onClick={() => void signIn()}>
          {said.signInAgain}
        </button>
      );
    case 'signing-in':
      return (
        <button type="button" class="quiet" onClick={() => void signIn()}>
          {said.showLoginWindow}
        </button>
      );
    case 'signed-out':
      return (
        <button type="button" class="quiet" onClick={() => void signIn()}>
          {said.signIn}
        </button>
      );
    case 'active':
    case 'renewing':
    case 'checking':
    case 'no-session':
      return null;
  }
}
