import { useComputed, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { mostIds, parseIds } from '../messages/messageIds';
import { type Mark, markIds, stopAsking } from '../state/marking';
import { inbox } from '../state/snapshots';
import { words } from '../state/words';
import { Modal } from './Modal';

const marks: readonly Mark[] = ['read', 'unread'];

/** Marks messages whose ids she has from elsewhere; says what will be sent before it is. */
export function MarkByIds() {
  const { byIds, marking: progress } = words.value.messages;
  const field = useId();
  const count = useId();
  const pasted = useSignal('');
  const as = useSignal<Mark>('read');
  const sending = useSignal<'no' | 'yes'>('no');
  const found = useComputed(() => parseIds(pasted.value));
  const { ids, repeated, tooLong } = found.value;
  const busy = sending.value === 'yes';
  const now = inbox.value?.marking ?? null;

  const send = async (event: Event) => {
    event.preventDefault();
    sending.value = 'yes';
    await markIds(ids, as.value);
    stopAsking();
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
        {busy && (
          <progress
            value={now?.done}
            max={now?.of ?? 1}
            aria-label={now ? progress(now.done, now.of) : byIds.sending}
          />
        )}
        <footer>
          <button type="button" class="secondary" disabled={busy} onClick={stopAsking}>
            {byIds.cancel}
          </button>
          <button type="submit" disabled={busy || ids.length === 0 || ids.length > mostIds}>
            {busy ? byIds.sending : byIds.send(ids.length)}
          </button>
        </footer>
      </form>
    </Modal>
  );
}
