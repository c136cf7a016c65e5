import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { words } from '../state/words';
import { Icon } from './Icon';

interface Props {
  readonly id: string;
  readonly text: Signal<string>;
  readonly longest: number;
  readonly label: string;
  readonly placeholder: string;
  readonly clearLabel: string;
  /** How many there are, or what is being done; null for nothing to say. */
  readonly status: string | null;
  /** The keyboard goes on to the first of what was found. */
  readonly goToFirst: () => void;
  /** She is done with it. */
  readonly leave: (field: HTMLInputElement) => void;
}

/** Finds as she types. Escape empties the field, and then leaves it. */
export function SearchBox(props: Props) {
  const { text, label } = props;
  const { withKey } = words.value.messages;
  const field = useRef<HTMLInputElement>(null);
  const clear = () => {
    text.value = '';
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Escape and Enter also belong to the input method, while it is composing Chinese.
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      if (text.value !== '') clear();
      else if (field.current) props.leave(field.current);
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') props.goToFirst();
    else return;
    event.preventDefault();
  };
  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={field}
        id={props.id}
        type="search"
        autocomplete="off"
        spellcheck={false}
        maxLength={props.longest}
        placeholder={props.placeholder}
        aria-label={label}
        aria-keyshortcuts="/"
        title={withKey(label, '/')}
        value={text}
        onInput={(event) => {
          // Letters of a word that is still being composed are not what she looks for.
          if (!event.isComposing) text.value = event.currentTarget.value;
        }}
        onCompositionEnd={(event) => {
          text.value = event.currentTarget.value;
        }}
        onKeyDown={onKeyDown}
      />
      <span class="search-found" role="status">
        {props.status}
      </span>
      {text.value !== '' && (
        <button
          type="button"
          class="quiet icon-button"
          aria-label={props.clearLabel}
          title={withKey(props.clearLabel, 'Esc')}
          onClick={clear}
        >
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}

export function focusSearchBox(id: string): void {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}
