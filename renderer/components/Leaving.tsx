import { now as clock } from '../state/clock';
import { sharing } from '../state/snapshots';
import { words } from '../state/words';

/** On a shared computer that nobody seems to use any more: what happens next, and how to stop it. */
export function Leaving() {
  const at = sharing.value?.leavesAt ?? null;
  if (at === null) return null;
  const said = words.value.sharing;
  return (
    <section class="leaving" role="alertdialog" aria-label={said.label}>
      <p>
        {/* Said once, and not again with each second. */}
        <strong aria-live="off">
          {said.leaving(Math.max(1, Math.ceil((at - clock.value) / 1000)))}
        </strong>
        <span>{said.leavingHint}</span>
      </p>
      {/* Any input does; this is for whoever looks for a button. */}
      <button type="button">{said.stay}</button>
    </section>
  );
}
