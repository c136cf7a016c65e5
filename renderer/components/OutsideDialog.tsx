import { answer, askedFor } from '../state/outside';
import { words } from '../state/words';
import { Modal } from './Modal';

/** Says the host of a link that did not say it itself. */
export function OutsideDialog() {
  const asked = askedFor.value;
  if (asked === null) return null;
  const { messages } = words.value;
  return (
    <Modal title={messages.leadsTo} onClose={() => answer('stay')}>
      <p class="host">
        <strong>{asked.host}</strong>
      </p>
      <p class="muted">{messages.leadsToHint}</p>
      <footer>
        <button type="button" class="secondary" autofocus onClick={() => answer('stay')}>
          {messages.leadsNowhere}
        </button>
        <button type="button" onClick={() => answer('open')}>
          {messages.openInBrowser}
        </button>
      </footer>
    </Modal>
  );
}
