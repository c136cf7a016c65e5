/** One choice of a few values. */
import { useId } from 'preact/hooks';
import type { SettingName } from '../../preload/contract';
import { settings } from '../state/snapshots';
import { words } from '../state/words';

interface ChoiceProps<Value extends string | number | null> {
  readonly label: string;
  /** The setting that it changes, if it is one: the school may have laid it down. */
  readonly of?: SettingName;
  readonly help?: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly nameOf: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
}

export function Choice<Value extends string | number | null>(props: ChoiceProps<Value>) {
  const id = useId();
  const { label, of, help, values, value, nameOf, onChoose } = props;
  const locked = of !== undefined && isLocked(of);
  const said = [help, locked ? words.value.settings.managed : undefined].filter(Boolean);
  return (
    <div class="setting">
      <span class="setting-name">
        <label for={id}>{label}</label>
        {said.length > 0 && (
          <small class="muted" id={`${id}-help`}>
            {said.join(' ')}
          </small>
        )}
      </span>
      <select
        id={id}
        value={String(value)}
        disabled={locked}
        aria-describedby={said.length > 0 ? `${id}-help` : undefined}
        onChange={(event) => {
          const chosen = values.find((one) => String(one) === event.currentTarget.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {values.map((one) => (
          <option key={one} value={String(one)}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </div>
  );
}

export const isLocked = (name: SettingName): boolean =>
  settings.value?.locked.includes(name) ?? false;
