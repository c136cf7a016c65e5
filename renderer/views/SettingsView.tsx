import type { Settings } from '../../preload/contract';
import { Choice } from '../components/Choice';
import { MessageSettings } from '../components/MessageSettings';
import { SignOut } from '../components/SignOut';
import { changeSettings } from '../state/commands';
import { addressOf } from '../state/page';
import { deployment, profile, settings } from '../state/snapshots';
import { words } from '../state/words';

/** Each language by its own name, so that whoever chose the wrong one finds back. */
const languageNames = { 'zh-CN': '中文', 'en-US': 'English' } as const;

const languages: readonly Settings['language'][] = ['system', 'zh-CN', 'en-US'];
const themes: readonly Settings['theme'][] = ['system', 'light', 'dark'];

function Appearance() {
  const said = words.value.settings;
  const now = settings.value;
  if (now === null) return null;
  return (
    <section class="card settings" aria-label={said.appearance}>
      <h2>{said.appearance}</h2>
      <Choice
        label={said.language}
        values={languages}
        value={now.language}
        nameOf={(language) => (language === 'system' ? said.system : languageNames[language])}
        onChoose={(language) => void changeSettings({ language })}
      />
      <Choice
        label={said.theme}
        values={themes}
        value={now.theme}
        nameOf={(theme) => said[theme]}
        onChoose={(theme) => void changeSettings({ theme })}
      />
    </section>
  );
}

function Platform() {
  const said = words.value.settings;
  const now = deployment.value;
  if (now?.kind !== 'ready') return null;
  const facts = [
    [said.deploymentName, now.name],
    [said.loginHost, now.loginHost],
    [said.gatewayHost, now.gatewayHost],
    [said.source, said.sources[now.source]],
  ] as const;
  return (
    <section class="card settings" aria-label={said.platform}>
      <h2>{said.platform}</h2>
      <dl class="fields">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function SettingsView() {
  const { settings: said, app, diagnostics, about } = words.value;
  const name = profile.value?.profile?.person.name;
  return (
    <div class="page">
      <header class="page-head">
        <h1>{said.title}</h1>
      </header>
      <Appearance />
      <MessageSettings />
      <section class="card settings" aria-label={said.account}>
        <h2>{said.account}</h2>
        <div class="setting">
          <span>{name === undefined ? null : said.signedInAs(name)}</span>
          <SignOut />
        </div>
      </section>
      <Platform />
      <section class="card settings" aria-label={said.about}>
        <h2>{said.about}</h2>
        <dl class="fields">
          <div>
            <dt>{app.name}</dt>
            <dd>
              {said.version} {settings.value?.version}
            </dd>
          </div>
        </dl>
        <div class="setting">
          <a href={addressOf('about')}>{about.open}</a>
          <a href={addressOf('diagnostics')}>{diagnostics.open}</a>
        </div>
      </section>
    </div>
  );
}
