import { ListHead } from '../components/ListHead';
import { MarkByIds } from '../components/MarkByIds';
import { MessageList } from '../components/MessageList';
import { ReadingPane } from '../components/ReadingPane';
import { opened } from '../state/inbox';
import { askingForIds } from '../state/marking';
import { words } from '../state/words';

/** List and reading pane side by side where there is room, else one at a time. */
export function MessagesView() {
  return (
    <div class={opened.value === null ? 'mail' : 'mail has-opened'}>
      <section class="list" aria-label={words.value.messages.title}>
        <ListHead />
        <div class="list-scroll">
          <MessageList />
        </div>
      </section>
      <ReadingPane />
      {askingForIds.value === 'yes' && <MarkByIds />}
    </div>
  );
}
