/** Asks for the password that a proxy wants. */
import { useId } from 'preact/hooks';
import type { ProxyPrompt } from '../../preload/contract';
import { answerProxyPrompt, dismissProxyPrompt } from '../state/commands';
import { proxyPrompt } from '../state/snapshots';
import { words } from '../state/words';
import { Modal } from './Modal';

export function ProxyPassword() {
  const prompt = proxyPrompt.value;
  // Another time is another form: with empty fields, and read out anew.
  return prompt && <Prompt key={prompt.time} prompt={prompt} />;
}

function Prompt({ prompt }: { readonly prompt: ProxyPrompt }) {
  const said = words.value.proxyPassword;
  const id = useId();
  return (
    <Modal title={said.title} onClose={() => void dismissProxyPrompt()}>
      <p>{said.asks(prompt.proxy)}</p>
      {prompt.time === 'again' && (
        <p class="page-trouble" role="alert">
          {said.wrong}
        </p>
      )}
      <form
        class="stacked"
        onSubmit={(event) => {
          event.preventDefault();
          const given = new FormData(event.currentTarget);
          void answerProxyPrompt({
            user: String(given.get('user')),
            password: String(given.get('password')),
            keep: given.get('keep') === null ? 'this-run' : 'keychain',
          });
        }}
      >
        <label for={`${id}-user`}>{said.user}</label>
        <input
          id={`${id}-user`}
          name="user"
          required
          maxLength={256}
          spellcheck={false}
          autocomplete="off"
        />
        <label for={`${id}-password`}>{said.password}</label>
        <input
          id={`${id}-password`}
          name="password"
          type="password"
          maxLength={1024}
          autocomplete="off"
        />
        <label class="tick">
          <input type="checkbox" name="keep" />
          {said.keep}
        </label>
        <footer>
          <button type="button" class="secondary" onClick={() => void dismissProxyPrompt()}>
            {said.cancel}
          </button>
          <button type="submit">{said.send}</button>
        </footer>
      </form>
    </Modal>
  );
}
