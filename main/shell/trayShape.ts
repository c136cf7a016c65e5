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

export type SessionCommand = 'sign-in' | 'sign-in-again' | 'show-login' | 'sign-out' | 'try-now';

/** The ways on from this state; there is always one, with the window closed too. */
export function sessionCommandsOf(
  state: SessionState['kind'],
): readonly [SessionCommand, ...SessionCommand[]] {
  switch (state) {
    case 'signed-out':
      return ['sign-in'];
    case 'signing-in':
      return ['show-login'];
    case 'expired':
    case 'displaced':
      return ['sign-in-again', 'sign-out'];
    case 'unreachable':
      return ['try-now', 'sign-out'];
    case 'keychain-locked':
      return ['try-now', 'sign-in'];
    case 'checking':
    case 'active':
    case 'renewing':
    case 'no-session':
      return ['sign-out'];
  }
}
