import { useEffect } from 'preact/hooks';
import { FactsCard } from '../components/FactsCard';
import { FailureText } from '../components/FailureText';
import { Icon } from '../components/Icon';
import { controlKey } from '../components/messageKeys';
import { StoredTable } from '../components/StoredTable';
import { Updates } from '../components/Updates';
import { type Shortcut, shortcuts, written } from '../messages/shortcuts';
import { about, aboutFailure, licences, readAbout, readLicences } from '../state/about';
import { copyReport, saveReport, showFolder } from '../state/commands';
import { addressOf, type MainPage } from '../state/page';
import { deployment } from '../state/snapshots';
import { words } from '../state/words';

function Versions() {
  const { about: said, app } = words.value;
  const known = about.value;
  if (known === null) return null;
  const facts = [
    [app.name, known.versions.app],
    ['Electron', known.versions.electron],
    ['Chromium', known.versions.chromium],
    [said.system, known.versions.system],
  ] as const;
  return <FactsCard title={said.version} facts={facts} />;
}

function Help() {
  const { about: said, diagnostics } = words.value;
  const platform = deployment.value;
  return (
    <section class="card settings" aria-label={said.helpTitle}>
      <h2>{said.helpTitle}</h2>
      {said.help.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {platform?.kind === 'ready' && (
        <p class="muted">{said.platform(platform.name, platform.gatewayHost)}</p>
      )}
      <div class="report-buttons">
        <button type="button" onClick={() => void copyReport()}>
          <Icon name="copy" />
          {diagnostics.copy}
        </button>
        <button type="button" class="secondary" onClick={() => void saveReport()}>
          {diagnostics.save}
        </button>
        <a href={addressOf('diagnostics')}>{diagnostics.open}</a>
      </div>
    </section>
  );
}

const names = Object.keys(shortcuts) as readonly Shortcut[];

function Keys() {
  const said = words.value.about;
  return (
    <section class="card settings" aria-label={said.keysTitle}>
      <h2>{said.keysTitle}</h2>
      <p class="muted">{said.keysWhere}</p>
      <table class="keys" aria-label={said.keysTitle}>
        <thead>
          <tr>
            <th scope="col">{said.key}</th>
            <th scope="col">{said.does}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <td>
                <kbd>{written(name, controlKey)}</kbd>
              </td>
              <td>{said.keys[name]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function StoredHere() {
  const { about: said, stored } = words.value;
  return (
    <section class="card settings" aria-label={stored.label}>
      <h2>{stored.label}</h2>
      <StoredTable />
      <div class="setting">
        <span>
          {said.folder} <code class="path">{about.value?.folder}</code>
        </span>
        <button type="button" class="secondary" onClick={() => void showFolder()}>
          {said.showFolder}
        </button>
      </div>
    </section>
  );
}

function Packages() {
  const said = words.value.about;
  const now = licences.value;
  switch (now.kind) {
    case 'unread':
    case 'reading':
      return <p role="status">{said.reading}</p>;
    case 'failed':
      return <p role="alert">{said.readFailed}</p>;
    case 'read':
      return (
        <ul class="licences">
          {now.licences.map(({ name, version, licence, text }) => (
            <li key={`${name} ${version}`}>
              <details>
                <summary>
                  {name} {version} <span class="muted">{licence}</span>
                </summary>
                <pre>{text}</pre>
              </details>
            </li>
          ))}
        </ul>
      );
  }
}

function Licences() {
  const said = words.value.about;
  return (
    <section class="card settings" aria-label={said.licenceTitle}>
      <h2>{said.licenceTitle}</h2>
      <p>{said.licence}</p>
      <p class="muted">{said.runtimeLicence}</p>
      <details onToggle={() => void readLicences()}>
        <summary>{said.packages}</summary>
        <Packages />
      </details>
    </section>
  );
}

/** `back` is where it was opened from: where nobody is signed in there are no settings. */
export function AboutView({ back }: { readonly back: MainPage }) {
  const { about: said, diagnostics } = words.value;
  useEffect(() => void readAbout(), []);
  return (
    <div class="page">
      <a class="page-back" href={addressOf(back)}>
        <Icon name="back" />
        {diagnostics.back}
      </a>
      <header class="page-head">
        <div>
          <h1>{said.title}</h1>
          <p class="muted">{said.slogan}</p>
        </div>
      </header>
      {aboutFailure.value !== null && <FailureText failure={aboutFailure.value} />}
      <Help />
      <Keys />
      <StoredHere />
      <Versions />
      <Updates />
      <Licences />
    </div>
  );
}
