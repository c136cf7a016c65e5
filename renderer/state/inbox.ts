/** Her messages as this page shows them: followed while she is signed in, forgotten when she is not. */
import { activeRow, leftAt, rowWish } from './activeRow';
import { followAutoRead } from './autoRead';
import { followList, forgetList } from './list';
import { stopAsking } from './marking';
import { close, followOpened } from './opened';
import { answer as answerOutside } from './outside';
import { followRefusedMarks, forgetRefusedMarks } from './refusedMarks';
import { anchorAt, selectNone } from './selection';
import { storageSaid } from './storageSaid';
import { followSummaries, forgetSummaries } from './summaries';
import { atTurnsEnd } from './turns';
import { followWanted } from './wanted';

function forget(): void {
  close();
  answerOutside('stay');
  stopAsking();
  selectNone();
  anchorAt(null);
  activeRow.value = null;
  rowWish.value = null;
  leftAt.value = null;
  forgetList();
  forgetSummaries();
  forgetRefusedMarks();
  storageSaid.value = 'disk';
}

export function followInbox(): void {
  atTurnsEnd(forget);
  followList();
  followSummaries();
  followOpened();
  followAutoRead();
  followRefusedMarks();
  followWanted();
}
