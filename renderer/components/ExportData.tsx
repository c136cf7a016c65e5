import { useSignal } from '@preact/signals';
import { exportData } from '../state/commands';
import { words } from '../state/words';
import { Icon } from './Icon';
import { Modal } from './Modal';

/** Says what the file will hold, and who can read it, before the system asks where to. */
export function ExportData() {
  const said = words.value.ownData;
  const state = useSignal<'no' | 'asking' | 'saving'>('no');
  const close = () => {
    if (state.value === 'asking') state.value = 'no';
  };
  const save = async () => {
    state.value = 'saving';
    await exportData();
    state.value = 'no';
  };
  return (
    <>
      <button
        type="button"
        class="secondary"
        // Not `disabled`: it is given the keyboard when the dialog closes.
        aria-disabled={state.value === 'saving'}
        onClick={() => {
          if (state.value === 'no') state.value = 'asking';
        }}
      >
        <Icon name="download" />
        {state.value === 'saving' ? said.saving : said.button}
      </button>
      {state.value === 'asking' && (
        <Modal title={said.title} onClose={close}>
          <p>{said.holds}</p>
          <ul>
            {said.held.map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ul>
          <p class="muted">{said.holdsNot}</p>
          <p class="page-trouble">
            <strong>{said.readable}</strong>
          </p>
          <footer>
            <button type="button" class="secondary" onClick={close}>
              {said.cancel}
            </button>
            <button type="button" onClick={() => void save()}>
              {said.choose}
            </button>
          </footer>
        </Modal>
      )}
    </>
  );
}
