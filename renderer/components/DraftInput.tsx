import { useId } from 'preact/hooks';
import { type DraftField, leave, problemWith, type, typed } from '../state/draft';
import { words } from '../state/words';

interface Props {
  readonly field: DraftField;
  readonly label: string;
  readonly kind: 'text' | 'url' | 'password';
  readonly hint?: string;
  readonly placeholder?: string;
  readonly need?: 'needed' | 'optional';
}

/** One text of a deployment, with what it should be where it is not. */
export function DraftInput({ field, label, kind, hint, placeholder, need = 'needed' }: Props) {
  const id = useId();
  const { connect, firstRun } = words.value;
  const problem = problemWith(field);
  const attributes = {
    id,
    autocomplete: 'off',
    spellcheck: false,
    maxLength: 2048,
    placeholder,
    'aria-required': need === 'needed',
    // Not `false`: Pico would colour all that is not wrong as right.
    'aria-invalid': problem === undefined ? undefined : true,
    'aria-describedby': `${id}-hint`,
    value: typed.value[field],
    onInput: (event: InputEvent) => {
      if (event.currentTarget instanceof HTMLInputElement) type(field, event.currentTarget.value);
    },
    onBlur: () => leave(field),
  } as const;
  return (
    <div class="draft-field">
      <label for={id}>
        {label}
        {need === 'optional' && <span class="tag">{connect.optional}</span>}
      </label>
      {kind === 'password' ? (
        <input type="password" {...attributes} />
      ) : (
        <input type="text" inputMode={kind} {...attributes} />
      )}
      <small id={`${id}-hint`}>
        {problem !== undefined ? (
          <span class="wrong">{connect.shouldBe(firstRun.expected[problem.expected])}</span>
        ) : (
          hint
        )}
      </small>
    </div>
  );
}
