/** One setting of a few values. */
import { useId } from 'preact/hooks';

interface ChoiceProps<Value extends string | number | null> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly nameOf: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
}

export function Choice<Value extends string | number | null>(props: ChoiceProps<Value>) {
  const id = useId();
  const { label, values, value, nameOf, onChoose } = props;
  return (
    <div class="setting">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={String(value)}
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
