import { eventWords } from '../../i18n';
import type { DiagnosticEvent } from '../../preload/contract';
import { Empty } from '../components/Empty';
import { FailureText } from '../components/FailureText';
import { Icon } from '../components/Icon';
import { Skeleton } from '../components/Skeleton';
import { copyReport, saveReport } from '../state/commands';
import { readRecord, record } from '../state/diagnostics';
import { addressOf, type MainPage } from '../state/page';
import { format, words } from '../state/words';

function Again({ event }: { readonly event: DiagnosticEvent }) {
  if (event.times === 1) return null;
  const said = words.value.diagnostics;
  const moment = format.value.exactMoment(event.lastAt);
  return <p class="muted">{format.value.list([said.times(event.times), said.until(moment)])}</p>;
}

function Row({ event }: { readonly event: DiagnosticEvent }) {
  const { what, led, why } = eventWords(words.value, event.happening);
  return (
    <tr>
      <td class="event-time">
        <time dateTime={new Date(event.at).toISOString()}>
          {format.value.exactMoment(event.at)}
        </time>
      </td>
      <td>
        <p>{what}</p>
        {why !== null && <p class="muted">{why}</p>}
        <Again event={event} />
      </td>
      <td>{led}</td>
    </tr>
  );
}

function Events() {
  const said = words.value.diagnostics;
  const now = record.value;
  switch (now.kind) {
    case 'reading':
      return <Skeleton label={said.events} lines={4} />;
    case 'failed':
      return (
        <Empty icon="refresh" title={said.readFailed}>
          <FailureText failure={now.failure} />
        </Empty>
      );
    case 'read':
      if (now.events.length === 0) return <Empty icon="settings" title={said.none} />;
      return (
        <table class="events" aria-label={said.events}>
          <thead>
            <tr>
              <th scope="col">{said.time}</th>
              <th scope="col">{said.what}</th>
              <th scope="col">{said.state}</th>
            </tr>
          </thead>
          <tbody>
            {now.events.map((event) => (
              <Row key={event.id} event={event} />
            ))}
          </tbody>
        </table>
      );
  }
}

function Report() {
  const said = words.value.diagnostics;
  return (
    <section class="card settings" aria-label={said.holdsTitle}>
      <h2>{said.holdsTitle}</h2>
      <ul class="report-holds">
        {said.holds.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      <p class="report-note">{said.holdsNot}</p>
      <div class="report-buttons">
        <button type="button" onClick={() => void copyReport()}>
          <Icon name="copy" />
          {said.copy}
        </button>
        <button type="button" class="secondary" onClick={() => void saveReport()}>
          {said.save}
        </button>
      </div>
    </section>
  );
}

/** `back` is where it was opened from: where nobody is signed in there are no settings. */
export function DiagnosticsView({ back }: { readonly back: MainPage }) {
  const said = words.value.diagnostics;
  return (
    <div class="page">
      <a class="page-back" href={addressOf(back)}>
        <Icon name="back" />
        {said.back}
      </a>
      <header class="page-head">
        <div>
          <h1>{said.title}</h1>
          <p class="muted">{said.about}</p>
        </div>
        <button type="button" class="secondary" onClick={() => void readRecord()}>
          <Icon name="refresh" />
          {said.refresh}
        </button>
      </header>
      <Report />
      <section class="card settings" aria-label={said.events}>
        <h2>{said.events}</h2>
        <Events />
      </section>
    </div>
  );
}
