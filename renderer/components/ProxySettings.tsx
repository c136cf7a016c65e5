/** Which way the app goes out to the network. */
import { useSignal } from '@preact/signals';
import type { ProxySetting } from '../../preload/contract';
import { changeSettings } from '../state/commands';
import { showDone } from '../state/notices';
import { settings } from '../state/snapshots';
import { words } from '../state/words';
import { Choice, isLocked } from './Choice';

const kinds: readonly ProxySetting['kind'][] = ['system', 'none', 'manual'];

/** What the form lets through; what it does not, the main process refuses as well. */
const hostPattern = '[A-Za-z0-9_.\\-]+|\\[[0-9A-Fa-f:.]+\\]';

export function ProxySettings() {
  const said = words.value.settings;
  const now = settings.value;
  /** Chosen, but of no effect before host and port are there. */
  const filling = useSignal<'no' | 'yes'>('no');
  if (now === null) return null;
  const { proxy } = now;
  const shown = filling.value === 'yes' ? 'manual' : proxy.kind;
  return (
    <section class="card settings" aria-label={said.network}>
      <h2>{said.network}</h2>
      <Choice
        of="proxy"
        label={said.proxy}
        help={said.proxyHelp}
        values={kinds}
        value={shown}
        nameOf={(kind) => said.proxyIn[kind]}
        onChoose={(kind) => {
          filling.value = kind === 'manual' ? 'yes' : 'no';
          if (kind !== 'manual') void changeSettings({ proxy: { kind } });
        }}
      />
      {shown === 'manual' && (
        <ManualProxy
          now={proxy}
          onSet={async (host, port) => {
            if (await changeSettings({ proxy: { kind: 'manual', host, port } })) {
              filling.value = 'no';
              showDone(said.proxySet(`${host}:${port}`));
            }
          }}
        />
      )}
    </section>
  );
}

interface ManualProxyProps {
  readonly now: ProxySetting;
  readonly onSet: (host: string, port: number) => void;
}

function ManualProxy({ now, onSet }: ManualProxyProps) {
  const said = words.value.settings;
  const { host, port } = now.kind === 'manual' ? now : { host: '', port: null };
  return (
    <form
      class="setting proxy"
      aria-label={said.proxyIn.manual}
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        onSet(String(given.get('host')).trim(), Number(given.get('port')));
      }}
    >
      <label>
        {said.proxyHost}
        <input
          name="host"
          required
          maxLength={253}
          pattern={hostPattern}
          title={said.proxyHostTitle}
          placeholder="proxy.example.edu.cn"
          spellcheck={false}
          autocomplete="off"
          defaultValue={host}
          disabled={isLocked('proxy')}
        />
      </label>
      <label>
        {said.proxyPort}
        <input
          name="port"
          type="number"
          required
          min={1}
          max={65535}
          placeholder="8080"
          defaultValue={port ?? ''}
          disabled={isLocked('proxy')}
        />
      </label>
      <button type="submit" class="secondary" disabled={isLocked('proxy')}>
        {said.proxyUse}
      </button>
    </form>
  );
}
