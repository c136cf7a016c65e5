/** Marking as read or unread: what is asked, and how the outcome is told. */
import { signal } from '@preact/signals';
import type { Failure, Mark, MarkOutcome, MessageId } from '../../preload/contract';
import { leaveAsMarked } from './autoRead';
import { showDone, showFailure } from './notices';
import { selectNone } from './selection';
import { words } from './words';

/** Whether she is being asked for ids to mark. */
export const askingForIds = signal<'no' | 'yes'>('no');

export function askForIds(): void {
  askingForIds.value = 'yes';
}

export function stopAsking(): void {
  askingForIds.value = 'no';
}

const opposite: Record<Mark, Mark> = { read: 'unread', unread: 'read' };

async function takeBack(keys: Uint32Array, as: Mark): Promise<void> {
  leaveAsMarked(keys);
  const answer = await window.staffroom.call('markMessages', { keys: keys.slice(), as });
  if (answer.ok) showDone(words.value.messages.undone);
  else showFailure(words.value.messages.markFailed, answer.failure);
}

function tell({ changed, wished }: MarkOutcome, as: Mark): void {
  const { messages } = words.value;
  // An id that is in no list changes nothing on screen, and is a wish; a wish taken back is none.
  const marked = Math.max(changed.length, wished);
  if (marked === 0) {
    showDone(messages.nothingToMark[as]);
    return;
  }
  const undo = changed.length === 0 ? null : () => void takeBack(changed, opposite[as]);
  showDone(messages.marked[as](marked), undo);
}

/** Marks messages of her list, and offers to take it back for those that it changes. */
export async function mark(keys: Uint32Array, as: Mark): Promise<void> {
  if (keys.length === 0) return;
  leaveAsMarked(keys);
  const answer = await window.staffroom.call('markMessages', { keys: keys.slice(), as });
  if (!answer.ok) {
    showFailure(words.value.messages.markFailed, answer.failure);
    return;
  }
  tell(answer.value, as);
  selectNone();
}

/** Marks every message there is, whatever the list shows now. */
export async function markEverything(as: Mark): Promise<void> {
  const answer = await window.staffroom.call('listMessages', { filter: 'all', search: '' });
  if (answer.ok) await mark(answer.value, as);
  else showFailure(words.value.messages.markFailed, answer.failure);
}

/** Marks ids of which nothing else need be known. Gives why it failed, null when they are kept. */
export async function markIds(ids: readonly MessageId[], as: Mark): Promise<Failure | null> {
  const answer = await window.staffroom.call('markMessagesById', { ids: [...ids], as });
  if (!answer.ok) return answer.failure;
  leaveAsMarked(answer.value.changed);
  tell(answer.value, as);
  return null;
}
