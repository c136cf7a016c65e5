/** Whose turn it is at this page: what is hers is forgotten when it ends. */
import { computed, effect, untracked } from '@preact/signals';
import { session } from './snapshots';

/** Null while it is not known yet. */
const turn = computed(() => {
  if (session.value === null) return null;
  return session.value.state.kind === 'signed-out' ? 'nobody' : session.value.turn;
});

/**
 * Calls `forget` whenever she has signed out, or somebody else has signed in in her place: nobody who
 * comes after her is to find what was hers on screen.
 */
export function atTurnsEnd(forget: () => void): void {
  let last: number | 'nobody' | null = null;
  effect(() => {
    const now = turn.value;
    const hasEnded = typeof last === 'number' && now !== last;
    last = now;
    if (hasEnded) untracked(forget);
  });
}
