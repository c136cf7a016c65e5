/** Between the list's head and its rows: what she should know about them, and what goes on. */
import { computed } from '@preact/signals';
import type { InboxSnapshot } from '../../preload/contract';
import { refreshMessages } from '../state/commands';
import { showFailure } from '../state/notices';
import { lookingAtRefused, refusedMarks, type Settling, settleMarks } from '../state/refusedMarks';
import { inbox, session, sharing } from '../state/snapshots';
import { storageSaid } from '../state/storageSaid';
import { format, words } from '../state/words';
import { Icon } from './Icon';
import { MarkingProgress } from './MarkingProgress';

/** A list that could not be brought up to date. */
function FeedTrouble({ feed, total }: InboxSnapshot) {
  if (feed.kind !== 'failed' || total === 0) return null;
  const { messages, failure } = words.value;
  return (
    <div class="list-note" role="status">
      <span>
        <strong>{messages.feedFailed}</strong> {failure(feed.failure).what}
      </span>
      <button type="button" class="quiet" onClick={() => void refreshMessages()}>
        {messages.retry}
      </button>
    </div>
  );
}

/** What the platform sent and nobody could show: said, so that she does not wait for it here. */
function LeftOut({ unusable }: InboxSnapshot) {
  if (unusable === 0) return null;
  return (
    <p class="list-note" role="status">
      {words.value.messages.unusable(unusable)}
    </p>
  );
}

function Storage({ storage }: InboxSnapshot) {
  // On a shared computer it is meant to be so, and was said before she signed in.
  if (storage === 'memory' && sharing.value?.keeps === 'in-memory') return null;
  if (storage === 'disk' || storage === storageSaid.value) return null;
  const { messages, notice } = words.value;
  const { what, does, can } = messages.storage[storage];
  return (
    <div class="list-note" role="status">
      <span>
        <strong>{what}</strong> {format.value.sentences([does, can])}
      </span>
      <button
        type="button"
        class="quiet icon-button"
        aria-label={notice.close}
        onClick={() => {
          storageSaid.value = storage;
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Out of reach as the banner above says, which also has the reason. */
const isOut = computed(() => {
  switch (session.value?.state.kind) {
    case 'unreachable':
    case 'expired':
    case 'displaced':
    case 'keychain-locked':
      return true;
    default:
      return false;
  }
});

async function settleAll(how: Settling): Promise<void> {
  const failure = await settleMarks(how, 'all');
  if (failure !== null) showFailure(words.value.messages.refused[`${how}Failed`], failure);
}

const restsIn: Record<InboxSnapshot['storage'], 'disk' | 'memory'> = {
  disk: 'disk',
  renewed: 'disk',
  memory: 'memory',
  refused: 'memory',
};

/** Marks that wait for something; those that go out within a moment are not worth a word. */
function Waiting({ outbox: { waiting, cause }, storage }: InboxSnapshot) {
  if (waiting === 0 || (cause === null && !isOut.value)) return null;
  const { messages, failure } = words.value;
  const said = [
    messages.outbox.waiting(waiting),
    cause && failure(cause).what,
    messages.outbox.does[restsIn[storage]],
  ];
  return (
    <div class="list-note calm" role="status">
      <span>{format.value.sentences(said)}</span>
      {cause?.kind === 'rejected' && (
        <>
          <button type="button" class="quiet" onClick={() => void settleAll('retry')}>
            {messages.refused.retry}
          </button>
          <button type="button" class="quiet" onClick={() => void settleAll('discard')}>
            {messages.refused.discard}
          </button>
        </>
      )}
    </div>
  );
}

function Refused({ outbox: { refused } }: InboxSnapshot) {
  if (refused === 0) return null;
  const { messages, failure } = words.value;
  const reasons = new Set(refusedMarks.value.map((mark) => failure(mark.failure).what));
  return (
    <div class="list-note" role="status">
      <span>
        <strong>{messages.refused.count(refused)}</strong>{' '}
        {format.value.sentences([...reasons].slice(0, 2))}
      </span>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          lookingAtRefused.value = 'yes';
        }}
      >
        {messages.refused.look}
      </button>
    </div>
  );
}

export function ListNotes() {
  const known = inbox.value;
  if (known === null) return null;
  return (
    <div class="list-notes">
      <MarkingProgress {...known.outbox} />
      <Storage {...known} />
      <Refused {...known} />
      <Waiting {...known} />
      <FeedTrouble {...known} />
      <LeftOut {...known} />
    </div>
  );
}
