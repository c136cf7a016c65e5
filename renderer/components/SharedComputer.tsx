import { useId } from 'preact/hooks';
import { changeSettings } from '../state/commands';
import { sharing } from '../state/snapshots';
import { words } from '../state/words';

/** On the sign-in page: whether others use this computer, too. */
export function SharedComputer() {
  const now = sharing.value;
  const meaning = useId();
  if (now === null) return null;
  const said = words.value.sharing;
  const isShared = now.computer === 'shared';
  const bySchool = now.setBy === 'school';
  return (
    <div class="shared-computer">
      <label>
        <input
          type="checkbox"
          role="switch"
          checked={isShared}
          aria-checked={isShared}
          disabled={bySchool}
          aria-describedby={meaning}
          onChange={({ currentTarget }) =>
            void changeSettings({ sharedComputer: currentTarget.checked ? 'yes' : 'no' })
          }
        />
        {said.label}
      </label>
      <p class="muted" id={meaning}>
        {said.meaning(now.idleMinutes)} {bySchool && <strong>{said.setBySchool}</strong>}
      </p>
    </div>
  );
}
