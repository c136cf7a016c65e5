/** What the tray shows and offers in each state of the session. */
import type { SessionState } from '../../preload/contract';

/** Shape, not colour alone, tells them apart. */
export type TrayShape = 'active' | 'unreachable' | 'attention' | 'signed-out';

export function shapeOf(state: SessionState): TrayShape {
  switch (state.kind) {
    case 'active':
    case 'renewing':
      return 'active';
    case 'unreachable':
      return 'unreachable';
    case 'expired':
    case 'keychain-locked':
      return 'attention';
    case 'displaced':
      return state.answer === 'it-was-me' ? 'signed-out' : 'attention';
    case 'signed-out':
    case 'signing-in':
    case 'checking':
    case 'no-session':
      return 'signed-out';
  }
}

/** What the tray offers in this state beside opening and quitting. */
export function sessionCommandOf(
  state: SessionState['kind'],
): 'sign-in' | 'sign-in-again' | 'sign-out' | null {
  switch (state) {
    case 'signed-out':
      return 'sign-in';
    case 'expired':
    case 'displaced':
      return 'sign-in-again';
    case 'checking':
    case 'active':
    case 'renewing':
    case 'unreachable':
    case 'no-session':
      return 'sign-out';
    case 'signing-in':
    case 'keychain-locked':
      return null;
  }
}
