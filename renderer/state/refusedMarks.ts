/** The marks that the platform has refused: they wait for her word. */
import { computed, effect, signal } from '@preact/signals';
import type { MessageId, RefusedMark } from '../../preload/contract';
import { showFailure } from './notices';
import { oneAtATime } from './oneAtATime';
import { inbox, revision, signedOut } from './snapshots';
import { visible } from './visibility';
import { words } from './words';

/** The oldest first; of many only the first 200. */
export const refusedMarks = signal<readonly RefusedMark[]>([]);
export const lookingAtRefused = signal<'no' | 'yes'>('no');

const refused = computed(() => inbox.value?.outbox.refused ?? 0);

const readRefused = oneAtATime(async () => {
  const answer = await window.staffroom.call('listRefusedMarks');
  if (answer.ok && !signedOut.peek()) refusedMarks.value = answer.value;
});

type Which = 'all' | readonly MessageId[];
const idsOf = (which: Which) => (which === 'all' ? which : [...which]);

export async function retryMarks(which: Which): Promise<void> {
  const answer = await window.staffroom.call('retryMarks', { ids: idsOf(which) });
  if (!answer.ok) showFailure(words.value.messages.refused.retryFailed, answer.failure);
}

export async function discardMarks(which: Which): Promise<void> {
  const answer = await window.staffroom.call('discardMarks', { ids: idsOf(which) });
  if (!answer.ok) showFailure(words.value.messages.refused.discardFailed, answer.failure);
}

export function forgetRefusedMarks(): void {
  refusedMarks.value = [];
  lookingAtRefused.value = 'no';
}

export function followRefusedMarks(): void {
  effect(() => {
    if (refused.value === 0) {
      forgetRefusedMarks();
      return;
    }
    if (visible.value && revision.value !== null) readRefused();
  });
}
