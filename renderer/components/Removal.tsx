import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { inbox } from '../state/snapshots';
import { words } from '../state/words';
import { Modal } from './Modal';

interface Props {
  /** Of the button that asks first. */
  readonly button: string;
  readonly title: string;
  readonly removes: string;
  readonly removed: readonly string[];
  /** What stays, or comes after it. */
  readonly rest: ComponentChildren;
  readonly cancel: string;
  readonly confirm: string;
  readonly remove: () => Promise<void>;
}

/** Says what goes before it goes, with the marks that were never sent. */
export function Removal({ button, title, removes, removed, rest, cancel, confirm, remove }: Props) {
  const { unsent, unsentLost } = words.value.signOut;
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
        {button}
      </button>
      {asking.value === 'yes' && (
        <Modal title={title} onClose={close}>
          <p>{removes}</p>
          <ul>
            {removed.map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ul>
          {waiting + refused > 0 && (
            <p class="page-trouble" role="alert">
              <strong>{unsent(waiting + refused)}</strong> {unsentLost}
            </p>
          )}
          <p class="muted">{rest}</p>
          <footer>
            <button type="button" class="secondary" onClick={close}>
              {cancel}
            </button>
            <button
              type="button"
              class="danger"
              onClick={() => {
                close();
                void remove();
              }}
            >
              {confirm}
            </button>
          </footer>
        </Modal>
      )}
    </>
  );
}
