import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { Failure, MessageId, RefusedMark } from '../../preload/contract';
import { lookingAtRefused, refusedMarks, type Settling, settleMarks } from '../state/refusedMarks';
import { inbox } from '../state/snapshots';
import { words } from '../state/words';
import { FailureText } from './FailureText';
import { Modal } from './Modal';

function byReason(marks: readonly RefusedMark[]): ReadonlyMap<string, readonly RefusedMark[]> {
  const groups = new Map<string, RefusedMark[]>();
  for (const mark of marks) {
    const { what } = words.value.failure(mark.failure);
    groups.set(what, [...(groups.get(what) ?? []), mark]);
  }
  return groups;
}

interface RowProps {
  readonly mark: RefusedMark;
  readonly settle: (how: Settling, which: readonly MessageId[]) => Promise<void>;
}

function RefusedRow({ mark, settle }: RowProps) {
  const { refused: said } = words.value.messages;
  return (
    <li>
      <span class="refused-lines">
        <bdi class="refused-title">{mark.title ?? said.withoutTitle(mark.id)}</bdi>
        <span>{said.as[mark.as]}</span>
      </span>
      <button type="button" class="quiet" onClick={() => void settle('retry', [mark.id])}>
        {said.retry}
      </button>
      <button type="button" class="quiet" onClick={() => void settle('discard', [mark.id])}>
        {said.discard}
      </button>
    </li>
  );
}

/** What the platform would not take, in its own words, and what is to become of it. */
export function RefusedMarks() {
  const { refused: said } = words.value.messages;
  const groups = useComputed(() => byReason(refusedMarks.value));
  /** Told here: the notices lie under the dialog. */
  const failed = useSignal<{ readonly how: Settling; readonly failure: Failure } | null>(null);
  const settle = async (how: Settling, which: 'all' | readonly MessageId[]) => {
    const failure = await settleMarks(how, which);
    failed.value = failure && { how, failure };
  };
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
                <RefusedRow key={mark.id} mark={mark} settle={settle} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {failed.value !== null && (
        <div class="page-trouble" role="alert">
          <strong>{said[`${failed.value.how}Failed`]}</strong>
          <FailureText failure={failed.value.failure} />
        </div>
      )}
      {left > 0 && <p class="muted">{said.more(left)}</p>}
      <footer>
        <button type="button" class="secondary" onClick={close}>
          {said.close}
        </button>
        <button
          type="button"
          class="secondary danger"
          onClick={() => void settle('discard', 'all')}
        >
          {said.discardAll}
        </button>
        <button type="button" onClick={() => void settle('retry', 'all')}>
          {said.retryAll}
        </button>
      </footer>
    </Modal>
  );
}
