import type { OutboxSnapshot } from '../../preload/contract';
import { words } from '../state/words';

/** Fewer have gone out before anybody could read how many. */
const worthShowing = 200;

/** How far the marks on their way have come. */
export function MarkingProgress({ progress }: OutboxSnapshot) {
  if (progress === null || progress.of <= worthShowing) return null;
  const label = words.value.messages.marking(progress.done, progress.of);
  return (
    <div class="marking">
      <span role="status">{label}</span>
      <progress value={progress.done} max={progress.of} aria-label={label} />
    </div>
  );
}
