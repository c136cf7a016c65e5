import { copyId } from '../state/commands';
import { Icon } from './Icon';

/** `label` says whose id it is, for those who cannot see where the button stands. */
export function CopyButton({ id, label }: { readonly id: string; readonly label: string }) {
  return (
    <button
      type="button"
      class="quiet icon-button copy"
      aria-label={label}
      title={label}
      onClick={() => void copyId(id)}
    >
      <Icon name="copy" />
    </button>
  );
}
