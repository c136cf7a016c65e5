import { ListHead } from '../components/ListHead';
import { ListNotes } from '../components/ListNotes';
import { lazily } from '../components/lazily';
import { MessageList } from '../components/MessageList';
import { useMessageKeys } from '../components/messageKeys';
import { ReadingPane } from '../components/ReadingPane';
import { askingForIds } from '../state/marking';
import { opened } from '../state/opened';
import { lookingAtRefused } from '../state/refusedMarks';
import { words } from '../state/words';

const MarkByIds = lazily(async () => (await import('../components/MarkByIds')).MarkByIds);
const RefusedMarks = lazily(async () => (await import('../components/RefusedMarks')).RefusedMarks);

/** List and reading pane side by side where there is room, else one at a time. */
export function MessagesView() {
  useMessageKeys();
  return (
    <div class={opened.value === null ? 'mail' : 'mail has-opened'}>
      <section class="list" aria-label={words.value.messages.title}>
        <h1 class="unseen">{words.value.messages.title}</h1>
        <ListHead />
        <ListNotes />
        <MessageList />
      </section>
      <ReadingPane />
      {askingForIds.value === 'yes' && <MarkByIds />}
      {lookingAtRefused.value === 'yes' && <RefusedMarks />}
    </div>
  );
}
