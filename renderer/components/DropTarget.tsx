import { dropping } from '../state/drop';
import { words } from '../state/words';

/** Over the whole window while a file is held over it. */
export function DropTarget() {
  if (dropping.value === 'no') return null;
  return <p class="drop-target">{words.value.proposal.drop}</p>;
}
