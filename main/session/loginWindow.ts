/** The window where the person types her password, as the session sees it. */
import type { Result } from '../../preload/contract';

export type LoginEnd =
  /** The redirect was caught before it left the machine. The address holds secrets. */
  { readonly kind: 'redirected'; readonly address: string } | { readonly kind: 'cancelled' };

export interface LoginWindow {
  /** Opens the window; `address` gives the login page's address anew at each try. */
  run(login: {
    readonly redirectUri: string;
    readonly address: () => Promise<Result<string>>;
    /** The person closed the window, be it after the redirect was caught. */
    readonly cancelled: () => void;
  }): Promise<LoginEnd>;
  /** The same page unseen: `cancelled` when it has not redirected within the time. Milliseconds. */
  runUnseen(login: {
    readonly redirectUri: string;
    readonly address: () => Promise<Result<string>>;
    readonly timeLimit: number;
  }): Promise<LoginEnd>;
  /** Whether somebody may have signed on in this run: the page's cookies go with the app. */
  holdsSignOn(): boolean;
  /** A cookie that the page at `address` would be sent, by name. */
  cookie(address: string, name: string): Promise<string | null>;
  /** To the front, if it is open. */
  show(): void;
  close(): void;
  /** Removes every trace of the login page: cookies, storage, caches, typed-in passwords. */
  forget(): Promise<void>;
}
