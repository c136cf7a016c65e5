import type { Failure } from '../../preload/contract';
import { openNetworkSignIn } from '../state/commands';
import { words } from '../state/words';
import { Icon } from './Icon';

/**
 * The way to the sign-in page of a network that wants one of its own. Such a network answers in the
 * platform's place: with its page, or, since it cannot be the platform over https, with a certificate
 * that is not right.
 */
export function NetworkSignIn({ failure }: { readonly failure: Failure | null }) {
  if (failure?.kind !== 'not-the-platform' && failure?.kind !== 'tls') return null;
  return (
    <button type="button" class="quiet" onClick={() => void openNetworkSignIn()}>
      {words.value.session.networkSignIn}
      <Icon name="external" />
    </button>
  );
}
