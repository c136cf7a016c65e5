import { useSignal } from '@preact/signals';
import { signOut } from '../state/commands';
import { inbox } from '../state/snapshots';
import { words } from '../state/words';
import { Modal } from './Modal';

/** Says what goes before it goes. */
export function SignOut() {
  const said = words.value.signOut;
  const asking = useSignal<'no' | 'yes'>('no');
  const close = () => {
    asking.value = 'no';
  };
  const { waiting = 0, refused = 0 } = inbox.value?.outbox ?? {};
  return (
    <>
      <button
        type="button"
        class="secondary danger"
        onClick={() => {
          asking.value = 'yes';
        }}
      >
        {said.button}
      </button>
      {asking.value === 'yes' && (
        <Modal title={said.title} onClose={close}>
          <p>{said.removes}</p>
          <ul>
            {said.removed.map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ul>
          {waiting + refused > 0 && (
            <p class="page-trouble" role="alert">
              <strong>{said.unsent(waiting + refused)}</strong> {said.unsentLost}
            </p>
          )}
          <p class="muted">{said.stays}</p>
          <footer>
            <button type="button" class="secondary" onClick={close}>
              {said.cancel}
            </button>
            <button
              type="button"
              class="danger"
              onClick={() => {
                close();
                void signOut();
              }}
            >
              {said.button}
            </button>
          </footer>
        </Modal>
      )}
    </>
  );
}
