import { useComputed, useSignalEffect } from '@preact/signals';
import type { RefusedMark } from '../../preload/contract';
import { discardMarks, lookingAtRefused, refusedMarks, retryMarks } from '../state/refusedMarks';
import { inbox } from '../state/snapshots';
import { words } from '../state/words';
import { Modal } from './Modal';

function byReason(marks: readonly RefusedMark[]): ReadonlyMap<string, readonly RefusedMark[]> {
  const groups = new Map<string, RefusedMark[]>();
  for (const mark of marks) {
    const { what } = words.value.failure(mark.failure);
    groups.set(what, [...(groups.get(what) ?? []), mark]);
  }
  return groups;
}

function RefusedRow({ mark }: { readonly mark: RefusedMark }) {
  const { refused: said } = words.value.messages;
  return (
    <li>
      <span class="refused-lines">
        <bdi class="refused-title">{mark.title ?? said.withoutTitle(mark.id)}</bdi>
        <span>{said.as[mark.as]}</span>
      </span>
      <button type="button" class="quiet" onClick={() => void retryMarks([mark.id])}>
        {said.retry}
      </button>
      <button type="button" class="quiet" onClick={() => void discardMarks([mark.id])}>
        {said.discard}
      </button>
    </li>
  );
}

/** What the platform would not take, in its own words, and what is to become of it. */
export function RefusedMarks() {
  const { refused: said } = words.value.messages;
  const groups = useComputed(() => byReason(refusedMarks.value));
  const close = () => {
    lookingAtRefused.value = 'no';
  };
  useSignalEffect(() => {
    if (inbox.value?.outbox.refused === 0) close();
  });
  const left = (inbox.value?.outbox.refused ?? 0) - refusedMarks.value.length;
  return (
    <Modal title={said.title} onClose={close}>
      <p>{said.explained}</p>
      <div class="refused">
        {[...groups.value].map(([what, marks]) => (
          <section key={what}>
            <h3>{what}</h3>
            <ul>
              {marks.map((mark) => (
                <RefusedRow key={mark.id} mark={mark} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {left > 0 && <p class="muted">{said.more(left)}</p>}
      <footer>
        <button type="button" class="secondary" onClick={close}>
          {said.close}
        </button>
        <button type="button" class="secondary danger" onClick={() => void discardMarks('all')}>
          {said.discardAll}
        </button>
        <button type="button" onClick={() => void retryMarks('all')}>
          {said.retryAll}
        </button>
      </footer>
    </Modal>
  );
}
