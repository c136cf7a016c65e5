/** Whether there is a newer version, and what she can do about it. */
import type { ComponentChildren } from 'preact';
import type { Failure, UpdatesSnapshot } from '../../preload/contract';
import { now } from '../state/clock';
import { askUpdates, type UpdateWish } from '../state/commands';
import { updates } from '../state/snapshots';
import { format, words } from '../state/words';
import { FailureText } from './FailureText';

interface RowProps {
  readonly line: string | null;
  readonly below: ComponentChildren;
  readonly wish: UpdateWish;
  readonly button: string;
  readonly failure?: Failure | null;
}

function Row({ line, below, wish, button, failure = null }: RowProps) {
  return (
    <>
      {failure !== null && <FailureText failure={failure} />}
      <div class="setting">
        <span class="setting-name">
          {line !== null && <span role="status">{line}</span>}
          {below}
        </span>
        <button type="button" class="secondary" onClick={() => void askUpdates(wish)}>
          {button}
        </button>
      </div>
    </>
  );
}

const hint = (text: string) => <small class="muted">{text}</small>;

/** As disks and shops count them. */
const megabytes = (bytes: number) => format.value.number(Math.ceil(bytes / 1e6));

function Now({ is }: { readonly is: UpdatesSnapshot }) {
  const said = words.value.updates;
  switch (is.kind) {
    case 'off':
      return <p class="muted">{said.off[is.why]}</p>;
    case 'checking':
      return <p role="status">{said.checking}</p>;
    case 'idle': {
      const { checkedAt, later, failure } = is;
      const isKnown = checkedAt !== null && failure === null;
      const found = later === null ? said.newest : said.later(later);
      const when =
        checkedAt === null ? said.notYet : said.checked(format.value.ago(checkedAt, now.value));
      return (
        <Row
          line={isKnown ? found : null}
          below={hint(when)}
          wish="checkForUpdates"
          button={said.check}
          failure={failure}
        />
      );
    }
    case 'announced':
      return (
        <Row
          line={said.announced(is.version)}
          below={hint(said.announcedHint(is.host))}
          wish="checkForUpdates"
          button={said.check}
        />
      );
    case 'offered':
      return (
        <Row
          line={said.offered(is.version, megabytes(is.bytes))}
          below={hint(said.offeredHint)}
          wish="downloadUpdate"
          button={said.download}
          failure={is.failure}
        />
      );
    case 'downloading': {
      const { version, received, bytes } = is;
      const label = said.downloading(version);
      const progress = (
        <>
          <progress value={received} max={bytes} aria-label={label} />
          {hint(said.received(megabytes(received), megabytes(bytes)))}
        </>
      );
      return <Row line={label} below={progress} wish="cancelUpdate" button={said.cancel} />;
    }
    case 'ready':
      return (
        <Row
          line={said.ready(is.version)}
          below={hint(said.readyHint)}
          wish="installUpdate"
          button={said.install}
        />
      );
  }
}

export function Updates() {
  const is = updates.value;
  if (is === null) return null;
  const { title } = words.value.updates;
  return (
    <section class="card settings" aria-label={title}>
      <h2>{title}</h2>
      <Now is={is} />
    </section>
  );
}
