import { close, type Notice, notices } from '../state/notices';
import { words } from '../state/words';
import { Icon } from './Icon';

function NoticeBox({ notice }: { readonly notice: Notice }) {
  const { undo } = notice;
  return (
    <div class={`notice ${notice.kind}`}>
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
          onClick={() => {
            close(notice.id);
            undo();
          }}
        >
          {words.value.messages.undo}
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
