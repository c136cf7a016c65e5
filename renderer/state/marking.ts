/** Marking as read or unread: what is asked, and how the outcome is told. */
import { signal } from '@preact/signals';
import type { MarkOutcome, MessageId, MessageSummary } from '../../preload/contract';
import { showDone, showFailure, showProblem } from './notices';
import { select } from './selection';
import { words } from './words';

/** Whether she is being asked for ids to mark. */
export const askingForIds = signal<'no' | 'yes'>('no');

export function askForIds(): void {
  askingForIds.value = 'yes';
}

export function stopAsking(): void {
  askingForIds.value = 'no';
}

export type Mark = 'read' | 'unread';

const opposite: Record<Mark, Mark> = { read: 'unread', unread: 'read' };

function tell(outcome: MarkOutcome, as: Mark, undo: (() => void) | null): void {
  const { messages, failure } = words.value;
  if (outcome.marked > 0) showDone(messages.marked[as](outcome.marked), undo);
  const refused = outcome.refused.reduce((sum, call) => sum + call.ids.length, 0);
  if (refused === 0) return;
  const reasons = outcome.refused.map((call) => failure(call.failure).what);
  showProblem(messages.refused(refused), [...new Set(reasons)]);
}

/** Marks those of the given messages that are not so marked already, and offers to take it back. */
export async function markListed(messages: readonly MessageSummary[], as: Mark): Promise<void> {
  const changing = messages.filter((message) => message.isRead !== (as === 'read'));
  if (changing.length === 0) {
    showDone(words.value.messages.nothingToMark[as]);
    return;
  }
  const ids = changing.map(({ id }) => id);
  const answer = await window.staffroom.call('markMessages', { ids, as });
  if (!answer.ok) {
    showFailure(words.value.messages.markFailed, answer.failure);
    return;
  }
  const refused = new Set(answer.value.refused.flatMap((call) => call.ids));
  const changed = ids.filter((id) => !refused.has(id));
  tell(answer.value, as, () => void markIds(changed, opposite[as]));
  select([]);
}

/** Marks ids of which nothing else is known; what they were before is not known either. */
export async function markIds(ids: readonly MessageId[], as: Mark): Promise<void> {
  const answer = await window.staffroom.call('markMessages', { ids: [...ids], as });
  if (answer.ok) tell(answer.value, as, null);
  else showFailure(words.value.messages.markFailed, answer.failure);
}
