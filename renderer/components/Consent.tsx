import { agreeAndSignIn } from '../state/commands';
import { asking } from '../state/consent';
import { words } from '../state/words';
import { Modal } from './Modal';
import { StoredTable } from './StoredTable';

/** Before the first sign-in: what will be stored here, and whether she agrees. */
export function Consent() {
  if (asking.value === 'no') return null;
  const said = words.value.consent;
  const close = () => {
    asking.value = 'no';
  };
  return (
    <Modal title={said.title} onClose={close}>
      <ul>
        {said.short.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <details>
        <summary>{said.details}</summary>
        <StoredTable />
      </details>
      <p class="muted">{said.sharedHint}</p>
      <footer>
        <button type="button" class="secondary" onClick={close}>
          {said.cancel}
        </button>
        <button
          type="button"
          onClick={() => {
            close();
            void agreeAndSignIn();
          }}
        >
          {said.agree}
        </button>
      </footer>
    </Modal>
  );
}
