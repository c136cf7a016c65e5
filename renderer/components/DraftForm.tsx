import { useEffect, useRef } from 'preact/hooks';
import type { Preset } from '../../preload/contract';
import {
  cancelCheck,
  checkDraft,
  currentCheck,
  keyFrom,
  openDraft,
  presets,
  saveDraft,
  takeKeyFrom,
  type,
  typed,
} from '../state/draft';
import { words } from '../state/words';
import { Choice } from './Choice';
import { DraftCheck } from './DraftCheck';
import { DraftInput } from './DraftInput';

const other = 'other';

function PresetChoice() {
  const { connect } = words.value;
  const known = presets.value;
  const chosen = known.find(({ gateway }) => gateway === typed.value.gateway.trim());
  const named = (preset: Preset) =>
    connect.presetNamed(new URL(preset.gateway).host, connect.documentedFor[preset.documentedFor]);
  const byId = (id: string) => known.find((preset) => preset.id === id);
  return (
    <>
      <Choice
        label={connect.preset}
        values={[other, ...known.map(({ id }) => id)]}
        value={chosen?.id ?? other}
        nameOf={(id) => {
          const preset = byId(id);
          return preset === undefined ? connect.presetOther : named(preset);
        }}
        onChoose={(id) => type('gateway', byId(id)?.gateway ?? '')}
      />
      <small class="preset-meaning">{connect.presetMeaning}</small>
    </>
  );
}

function KeyChoice() {
  const { connect } = words.value;
  return (
    <fieldset>
      <legend>{connect.key}</legend>
      {(['appKey', 'broker'] as const).map((source) => (
        <label key={source}>
          <input
            type="radio"
            name="key"
            checked={keyFrom.value === source}
            onChange={() => takeKeyFrom(source)}
          />
          {connect.keys[source]}
        </label>
      ))}
    </fieldset>
  );
}

/** Typing in what a deployment file would say: tried part by part, and saved as such a file is. */
export function DraftForm() {
  const { connect } = words.value;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => void openDraft(), []);
  const running = currentCheck.value?.state === 'running';
  const gateway = typed.value.gateway.trim().replace(/\/+$/, '');

  const first = async (outcome: Promise<'checked' | 'saved' | 'incomplete'>) => {
    if ((await outcome) !== 'incomplete') return;
    // Once the fields say what is wrong with them.
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };

  return (
    <form
      ref={form}
      class="draft"
      noValidate
      aria-labelledby="draft-title"
      onSubmit={(event) => {
        event.preventDefault();
        void first(saveDraft());
      }}
    >
      <h2 id="draft-title">{connect.title}</h2>
      <p class="muted">{connect.hint}</p>
      <PresetChoice />
      <DraftInput
        field="gateway"
        kind="url"
        label={connect.gateway}
        hint={connect.gatewayHint}
        placeholder="https://"
      />
      <DraftInput field="name" kind="text" label={connect.name} hint={connect.nameHint} />
      <DraftInput field="app.appId" kind="text" label={connect.appId} hint={connect.appIdHint} />
      <KeyChoice />
      {keyFrom.value === 'appKey' ? (
        <DraftInput
          field="app.appKey"
          kind="password"
          label={connect.appKey}
          hint={connect.appKeyHint}
        />
      ) : (
        <DraftInput
          field="app.accessTokenUrl"
          kind="url"
          label={connect.accessTokenUrl}
          hint={connect.accessTokenUrlHint}
          placeholder="https://"
        />
      )}
      <DraftInput
        field="login.redirectUri"
        kind="url"
        label={connect.redirectUri}
        hint={connect.redirectUriHint}
        placeholder="https://"
      />
      <DraftInput
        field="login.page"
        kind="url"
        label={connect.loginPage}
        hint={connect.loginPageHint}
        placeholder={gateway === '' ? 'https://' : `${gateway}/bmp-oauth`}
        need="optional"
      />
      <DraftInput
        field="messages.feedUrl"
        kind="url"
        label={connect.feedUrl}
        hint={connect.feedUrlHint}
        placeholder="https://"
        need="optional"
      />
      <DraftInput
        field="messageGateway"
        kind="url"
        label={connect.messageGateway}
        hint={connect.messageGatewayHint}
        placeholder={gateway === '' ? 'https://' : gateway}
        need="optional"
      />
      <DraftCheck />
      <footer>
        {running ? (
          <button type="button" class="secondary" onClick={() => void cancelCheck()}>
            {connect.cancelCheck}
          </button>
        ) : (
          <button type="button" class="secondary" onClick={() => void first(checkDraft())}>
            {currentCheck.value === null ? connect.check : connect.checkAgain}
          </button>
        )}
        <button type="submit">{connect.save}</button>
      </footer>
    </form>
  );
}
