/** A notice of the system's was clicked: its message is to be read. */
import { effect, untracked } from '@preact/signals';
import type { MessageKey } from '../../preload/contract';
import { goToRow } from './activeRow';
import { list, showEverything, shown } from './list';
import { open } from './opened';
import { addressOf } from './page';
import { selectNone } from './selection';
import { revision, signedOut, wanted } from './snapshots';

/**
 * What was wanted before the page was loaded has had its turn, but for the click that made the window
 * come up.
 */
const justBeforeMs = 30_000;
let followedAt = performance.timeOrigin - justBeforeMs;

function follow(key: MessageKey): void {
  window.location.hash = addressOf('messages');
  selectNone();
  if (list.value.kind === 'read' && !shown.value.includes(key)) showEverything();
  open(key);
  goToRow(key, 'show');
}

export function followWanted(): void {
  effect(() => {
    const now = wanted.value;
    if (now === null || revision.value === null || signedOut.value) return;
    if (now.at <= followedAt) return;
    followedAt = now.at;
    untracked(() => follow(now.message));
  });
}
