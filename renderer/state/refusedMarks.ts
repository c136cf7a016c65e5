/** The marks that the platform has refused: they wait for her word. */
import { computed, effect, signal } from '@preact/signals';
import type { Failure, MessageId, RefusedMark } from '../../preload/contract';
import { oneAtATime } from './oneAtATime';
import { inbox, revision, signedOut } from './snapshots';
import { visible } from './visibility';

/** The oldest first; of many only the first 200. */
export const refusedMarks = signal<readonly RefusedMark[]>([]);
export const lookingAtRefused = signal<'no' | 'yes'>('no');

const refused = computed(() => inbox.value?.outbox.refused ?? 0);

const readRefused = oneAtATime(async () => {
  const answer = await window.staffroom.call('listRefusedMarks');
  if (answer.ok && !signedOut.peek()) refusedMarks.value = answer.value;
});

const calls = { retry: 'retryMarks', discard: 'discardMarks' } as const;
export type Settling = keyof typeof calls;

/** Gives why it failed; null when it is done. */
export async function settleMarks(
  how: Settling,
  which: 'all' | readonly MessageId[],
): Promise<Failure | null> {
  const ids = which === 'all' ? which : [...which];
  const answer = await window.staffroom.call(calls[how], { ids });
  return answer.ok ? null : answer.failure;
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
