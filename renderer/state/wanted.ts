/** A notice of the system's was clicked, or a link followed: its message is to be read. */
import { effect, untracked } from '@preact/signals';
import type { MessageKey } from '../../preload/contract';
import { goToRow } from './activeRow';
import { list, showEverything, shown } from './list';
import { showProblem } from './notices';
import { open } from './opened';
import { addressOf } from './page';
import { selectNone } from './selection';
import { revision, signedOut, wanted } from './snapshots';
import { words } from './words';

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

function tellUnknown(): void {
  const { notHere, notHereWhy } = words.value.messages;
  showProblem(notHere, [notHereWhy]);
}

export function followWanted(): void {
  effect(() => {
    const now = wanted.value;
    if (now === null || revision.value === null || signedOut.value) return;
    if (now.at <= followedAt) return;
    followedAt = now.at;
    const { message } = now;
    untracked(() => (message === 'unknown' ? tellUnknown() : follow(message)));
  });
}
