/** Her messages as this page shows them: followed while she is signed in, forgotten when she is not. */
import { effect, untracked } from '@preact/signals';
import { activeRow, leftAt, rowWish } from './activeRow';
import { followAutoRead } from './autoRead';
import { followList, forgetList } from './list';
import { close, followOpened } from './opened';
import { followRefusedMarks, forgetRefusedMarks } from './refusedMarks';
import { anchorAt, selectNone } from './selection';
import { signedOut } from './snapshots';
import { followSummaries, forgetSummaries } from './summaries';
import { followWanted } from './wanted';

/** What was on screen was hers: nobody who signs in after her is to find it. */
function forget(): void {
  close();
  selectNone();
  anchorAt(null);
  activeRow.value = null;
  rowWish.value = null;
  leftAt.value = null;
  forgetList();
  forgetSummaries();
  forgetRefusedMarks();
}

export function followInbox(): void {
  effect(() => {
    if (signedOut.value) untracked(forget);
  });
  followList();
  followSummaries();
  followOpened();
  followAutoRead();
  followRefusedMarks();
  followWanted();
}
