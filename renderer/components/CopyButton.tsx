import { copyId } from '../state/commands';
import { Icon } from './Icon';

interface Props {
  readonly id: string;
  /** Says whose id it is, for those who cannot see where the button stands. */
  readonly label: string;
  readonly tabIndex?: 0 | -1;
}

export function CopyButton({ id, label, tabIndex = 0 }: Props) {
  return (
    <button
      type="button"
      class="quiet icon-button copy"
      aria-label={label}
      title={label}
      tabIndex={tabIndex}
      onClick={() => void copyId(id)}
    >
      <Icon name="copy" />
    </button>
  );
}
