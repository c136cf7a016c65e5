import type { Settings } from '../../preload/contract';
import { Choice } from '../components/Choice';
import { FactsCard } from '../components/FactsCard';
import { ForgetComputer } from '../components/ForgetComputer';
import { MessageSettings } from '../components/MessageSettings';
import { ProxySettings } from '../components/ProxySettings';
import { SignOut } from '../components/SignOut';
import { SystemSettings } from '../components/SystemSettings';
import { Updates } from '../components/Updates';
import { changeSettings } from '../state/commands';
import { addressOf } from '../state/page';
import { deployment, profile, settings } from '../state/snapshots';
import { words } from '../state/words';

/** Each language by its own name, so that whoever chose the wrong one finds back. */
const languageNames = { 'zh-CN': '中文', 'en-US': 'English' } as const;

const languages: readonly Settings['language'][] = ['system', 'zh-CN', 'en-US'];
const themes: readonly Settings['theme'][] = ['system', 'light', 'dark'];
const textSizes: readonly Settings['textSize'][] = [100, 115, 130, 150, 200];

function Appearance() {
  const said = words.value.settings;
  const now = settings.value;
  if (now === null) return null;
  return (
    <section class="card settings" aria-label={said.appearance}>
      <h2>{said.appearance}</h2>
      <Choice
        of="language"
        label={said.language}
        values={languages}
        value={now.language}
        nameOf={(language) => (language === 'system' ? said.system : languageNames[language])}
        onChoose={(language) => void changeSettings({ language })}
      />
      <Choice
        of="theme"
        label={said.theme}
        values={themes}
        value={now.theme}
        nameOf={(theme) => said[theme]}
        onChoose={(theme) => void changeSettings({ theme })}
      />
      <Choice
        of="textSize"
        label={said.textSize}
        help={said.textSizeHelp}
        values={textSizes}
        value={now.textSize}
        nameOf={said.textSizeOf}
        onChoose={(textSize) => void changeSettings({ textSize })}
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
  return <FactsCard title={said.platform} facts={facts} />;
}

export function SettingsView() {
  const { settings: said, app, diagnostics, about, forget } = words.value;
  const name = profile.value?.profile?.person.name;
  return (
    <div class="page">
      <header class="page-head">
        <h1>{said.title}</h1>
      </header>
      <Appearance />
      <MessageSettings />
      <SystemSettings />
      <ProxySettings />
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
      <Updates />
      <section class="card settings" aria-label={forget.title}>
        <h2>{forget.title}</h2>
        <div class="setting">
          <small class="muted setting-name">{forget.short}</small>
          <ForgetComputer />
        </div>
      </section>
    </div>
  );
}
