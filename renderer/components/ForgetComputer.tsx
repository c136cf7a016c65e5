import { useSignal } from '@preact/signals';
import { forgetComputer } from '../state/commands';
import { deployment, inbox } from '../state/snapshots';
import { words } from '../state/words';
import { Modal } from './Modal';

/** Says what goes before it goes. */
export function ForgetComputer() {
  const said = words.value.forget;
  const { unsent, unsentLost } = words.value.signOut;
  const asking = useSignal<'no' | 'yes'>('no');
  const close = () => {
    asking.value = 'no';
  };
  const { waiting = 0, refused = 0 } = inbox.value?.outbox ?? {};
  const isMachines = deployment.value?.kind === 'ready' && deployment.value.source === 'machine';
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
              <strong>{unsent(waiting + refused)}</strong> {unsentLost}
            </p>
          )}
          <p class="muted">
            {said.afterwards} {isMachines && said.machineStays}
          </p>
          <footer>
            <button type="button" class="secondary" onClick={close}>
              {said.cancel}
            </button>
            <button
              type="button"
              class="danger"
              onClick={() => {
                close();
                void forgetComputer();
              }}
            >
              {said.confirm}
            </button>
          </footer>
        </Modal>
      )}
    </>
  );
}
