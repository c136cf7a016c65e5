/** A notice of the system's when the session has ended: once for each time, with a way back in. */
import { effect } from '@preact/signals-core';
import { Notification } from 'electron';
import { catalogueOf } from '../../i18n/catalogues';
import type { Language, SessionState } from '../../preload/contract';

export interface SessionNoticeOptions {
  /** Read in an effect. */
  readonly state: () => SessionState;
  readonly language: () => Language;
  /** She clicked on it. */
  readonly signIn: () => void;
}

type Ended = Extract<SessionState, { kind: 'expired' | 'displaced' }>;

const hasEnded = (state: SessionState): state is Ended =>
  state.kind === 'expired' || state.kind === 'displaced';

/** The words are our own: some daemons render markup in what comes from elsewhere. */
export function followWithNotices({ state, language, signIn }: SessionNoticeOptions): void {
  /** When the end that was told of came: the same end is told of once. */
  let toldOf: number | null = null;
  let shown: Notification | null = null;
  effect(() => {
    const now = state();
    if (!hasEnded(now)) {
      // Signed in again, or out: what it asked for is done.
      if (now.kind !== 'signing-in') shown?.close();
      return;
    }
    if (now.since === toldOf) return;
    toldOf = now.since;
    const { banner } = catalogueOf(language());
    const { what, can } = banner[now.kind];
    shown = new Notification({ title: what, body: can });
    shown.on('click', signIn);
    shown.show();
  });
}
