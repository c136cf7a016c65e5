import { useLayoutEffect, useRef } from 'preact/hooks';
import { goToRow } from '../state/activeRow';
import { close, opened, openedKey } from '../state/opened';
import { words } from '../state/words';
import { Empty } from './Empty';
import { FailureText } from './FailureText';
import { Icon } from './Icon';
import { lazily } from './lazily';
import { Skeleton } from './Skeleton';

const OpenedMessage = lazily(async () => (await import('./OpenedMessage')).OpenedMessage);

function Content() {
  const { messages } = words.value;
  const now = opened.value;
  switch (now?.kind) {
    case undefined:
      return <Empty icon="message" title={messages.pickOne} />;
    case 'reading':
      return <Skeleton label={messages.loading} lines={5} />;
    case 'failed':
      return (
        <Empty icon="message" title={messages.openFailed}>
          <FailureText failure={now.failure} />
        </Empty>
      );
    case 'read':
      return <OpenedMessage key={now.key} message={now.message} />;
  }
}

/** To the row of the message that was open, for the keyboard's sake. */
function backToList(): void {
  const key = opened.peek()?.key;
  close();
  if (key !== undefined) goToRow(key, 'focus');
}

export function ReadingPane() {
  const { messages } = words.value;
  const pane = useRef<HTMLElement>(null);
  const key = openedKey.value;
  useLayoutEffect(() => {
    // Another message is read from its beginning.
    if (key !== null) pane.current?.scrollTo(0, 0);
  }, [key]);
  return (
    <section ref={pane} class="pane" aria-label={messages.reading}>
      <button type="button" class="quiet back" onClick={backToList}>
        <Icon name="back" />
        {messages.back}
      </button>
      <Content />
    </section>
  );
}
