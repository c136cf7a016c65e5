import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Failure, Mark } from '../../preload/contract';
import { mostIds, parseIds } from '../messages/messageIds';
import { markIds, stopAsking } from '../state/marking';
import { inbox } from '../state/snapshots';
import { words } from '../state/words';
import { FailureText } from './FailureText';
import { MarkingProgress } from './MarkingProgress';
import { Modal } from './Modal';

const marks: readonly Mark[] = ['read', 'unread'];

/** Marks messages whose ids she has from elsewhere; says what will be sent before it is. */
export function MarkByIds() {
  const { byIds, markFailed } = words.value.messages;
  const field = useId();
  const count = useId();
  const pasted = useSignal('');
  const as = useSignal<Mark>('read');
  /** Kept on disk first; many then take a while to go out. */
  const step = useSignal<'asking' | 'keeping' | 'sending'>('asking');
  const failure = useSignal<Failure | null>(null);
  const found = useComputed(() => parseIds(pasted.value));
  const { ids, repeated, tooLong } = found.value;
  const busy = step.value !== 'asking';
  const outbox = inbox.value?.outbox;
  useSignalEffect(() => {
    if (step.value !== 'sending') return;
    const { progress = null, cause = null } = inbox.value?.outbox ?? {};
    // What holds them up is said above the list.
    if (progress === null || cause !== null) stopAsking();
  });

  const send = async (event: Event) => {
    event.preventDefault();
    step.value = 'keeping';
    failure.value = null;
    failure.value = await markIds(ids, as.value);
    step.value = failure.value === null ? 'sending' : 'asking';
  };

  return (
    <Modal title={byIds.title} onClose={stopAsking}>
      <form onSubmit={(event) => void send(event)}>
        <label for={field}>{byIds.label}</label>
        <textarea
          id={field}
          rows={6}
          spellcheck={false}
          placeholder={byIds.hint}
          aria-describedby={count}
          value={pasted}
          disabled={busy}
          onInput={(event) => {
            pasted.value = event.currentTarget.value;
          }}
        />
        <p id={count} class="counts" role="status">
          <span>{byIds.counted(ids.length)}</span>
          {repeated > 0 && <span>{byIds.repeated(repeated)}</span>}
          {tooLong > 0 && <span class="wrong">{byIds.tooLong(tooLong)}</span>}
          {ids.length > mostIds && <span class="wrong">{byIds.tooMany(mostIds)}</span>}
        </p>
        <fieldset disabled={busy}>
          <legend>{byIds.as}</legend>
          {marks.map((mark) => (
            <label key={mark}>
              <input
                type="radio"
                name="as"
                value={mark}
                checked={as.value === mark}
                onChange={() => {
                  as.value = mark;
                }}
              />
              {byIds[mark]}
            </label>
          ))}
        </fieldset>
        {failure.value !== null && (
          <div class="page-trouble" role="alert">
            <strong>{markFailed}</strong>
            <FailureText failure={failure.value} />
          </div>
        )}
        {busy && outbox !== undefined && <MarkingProgress {...outbox} />}
        <footer>
          <button
            type="button"
            class="secondary"
            disabled={step.value === 'keeping'}
            onClick={stopAsking}
          >
            {step.value === 'sending' ? byIds.goOn : byIds.cancel}
          </button>
          <button type="submit" disabled={busy || ids.length === 0 || ids.length > mostIds}>
            {busy ? byIds.sending : byIds.send(ids.length)}
          </button>
        </footer>
      </form>
    </Modal>
  );
}
