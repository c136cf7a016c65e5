import { useEffect, useRef } from 'preact/hooks';
import type { EpochMs } from '../../preload/contract';
import { now as clock } from '../state/clock';
import { sharing } from '../state/snapshots';
import { words } from '../state/words';

function Warning({ at }: { readonly at: EpochMs }) {
  const said = words.value.sharing;
  const box = useRef<HTMLElement>(null);
  // Above whatever dialog is open.
  useEffect(() => box.current?.showPopover(), []);
  return (
    <section ref={box} class="leaving" popover="manual" role="alert" aria-label={said.label}>
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

/** On a shared computer that nobody seems to use any more: what happens next, and how to stop it. */
export function Leaving() {
  const at = sharing.value?.leavesAt ?? null;
  return at === null ? null : <Warning at={at} />;
}
