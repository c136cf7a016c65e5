/** How the app starts and closes. */
import type { Settings } from '../../preload/contract';
import { changeSettings } from '../state/commands';
import { settings } from '../state/snapshots';
import { words } from '../state/words';
import { Choice } from './Choice';

const launches: readonly Settings['launchAtLogin'][] = ['off', 'shown', 'hidden'];
const onOff: readonly Settings['closeToTray'][] = ['on', 'off'];

export function SystemSettings() {
  const said = words.value.settings;
  const now = settings.value;
  if (now === null) return null;
  return (
    <section class="card settings" aria-label={said.startAndClose}>
      <h2>{said.startAndClose}</h2>
      <Choice
        of="launchAtLogin"
        label={said.launchAtLogin}
        values={launches}
        value={now.launchAtLogin}
        nameOf={(how) => said.launchAtLoginIn[how]}
        onChoose={(launchAtLogin) => void changeSettings({ launchAtLogin })}
      />
      <Choice
        of="closeToTray"
        label={said.closing}
        help={said.closingHelp}
        values={onOff}
        value={now.closeToTray}
        nameOf={(value) => said.closingIn[value]}
        onChoose={(closeToTray) => void changeSettings({ closeToTray })}
      />
    </section>
  );
}
