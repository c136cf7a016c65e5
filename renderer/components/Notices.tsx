import { close, hold, letGo, type Notice, notices } from '../state/notices';
import { words } from '../state/words';
import { Icon } from './Icon';
import { controlKey } from './messageKeys';

function NoticeBox({ notice }: { readonly notice: Notice }) {
  const { undo, id } = notice;
  const { messages } = words.value;
  // Gone with the pointer, unless the keyboard is still there, and the other way round.
  const leave = ({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
    if (!currentTarget.matches(':hover, :focus-within')) letGo(id);
  };
  return (
    <div
      class={`notice ${notice.kind}`}
      onPointerEnter={() => hold(id)}
      onPointerLeave={leave}
      onFocusIn={() => hold(id)}
      onFocusOut={leave}
    >
      <div class="notice-text">
        <p>{notice.text}</p>
        {notice.details.map((detail) => (
          <p key={detail} class="notice-detail">
            {detail}
          </p>
        ))}
      </div>
      {undo !== null && (
        <button
          type="button"
          class="quiet"
          title={messages.withKey(messages.undo, `${controlKey}Z`)}
          aria-keyshortcuts="Control+Z Meta+Z"
          onClick={() => {
            close(notice.id);
            undo();
          }}
        >
          {messages.undo}
        </button>
      )}
      {notice.kind === 'problem' && (
        <button
          type="button"
          class="quiet icon-button"
          aria-label={words.value.notice.close}
          onClick={() => close(notice.id)}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

export function Notices() {
  return (
    <section class="notices" role="status" aria-label={words.value.notice.label}>
      {notices.value.map((notice) => (
        <NoticeBox key={notice.id} notice={notice} />
      ))}
    </section>
  );
}
