import { Icon } from './Icon';

/** The app's own sign, where it stands alone in the window. */
export function Emblem() {
  return (
    <span class="emblem" aria-hidden="true">
      <Icon name="school" />
    </span>
  );
}
