import type { DeploymentSnapshot, SessionSnapshot } from '../../preload/contract';
import { Emblem } from '../components/Emblem';
import { FailureText } from '../components/FailureText';
import { NetworkSignIn } from '../components/NetworkSignIn';
import { SessionAction } from '../components/SessionAction';
import { SharedComputer } from '../components/SharedComputer';
import { importDeployment, signIn } from '../state/commands';
import { addressOf } from '../state/page';
import { session, sharing } from '../state/snapshots';
import { format, words } from '../state/words';

type Ready = Extract<DeploymentSnapshot, { kind: 'ready' }>;

/** What stands between her and signing in, or kept her from it last time. */
function Trouble({ now }: { readonly now: SessionSnapshot }) {
  const { signIn: said, banner } = words.value;
  if (now.state.kind === 'keychain-locked') {
    const { what, can } = banner.keychainLocked;
    return (
      <div class="alone-note" role="alert">
        <p class="failure">{format.value.sentences([what, can])}</p>
        <SessionAction kind="keychain-locked" />
      </div>
    );
  }
  if (now.signInFailure === null || now.state.kind === 'signing-in') return null;
  return (
    <div class="alone-note" role="alert">
      <strong>{said.failed}</strong>
      <FailureText failure={now.signInFailure} />
      <NetworkSignIn failure={now.signInFailure} />
    </div>
  );
}

/** What a sign-out left on this computer. */
function LeftBehind({ leftBehind }: SessionSnapshot) {
  if (leftBehind === null) return null;
  const { what, why, does, can } = words.value.signOut.leftBehind;
  return (
    <div class="alone-note" role="alert">
      <strong>{what}</strong>
      <p>{format.value.sentences([why[leftBehind], does, can])}</p>
    </div>
  );
}

export function SignInView({ deployment }: { readonly deployment: Ready }) {
  const { app, signIn: said, session: sessionWords, diagnostics, about } = words.value;
  const { sharing: sharingWords } = words.value;
  const now = session.value;
  const waiting = now?.state.kind === 'signing-in';
  return (
    <main class="alone">
      <Emblem />
      <h1>{app.name}</h1>
      <p class="muted">{deployment.name}</p>
      {now !== null && <Trouble now={now} />}
      {now !== null && <LeftBehind {...now} />}
      {sharing.value?.left === 'unused' && !waiting && (
        <p class="alone-note calm" role="status">
          {sharingWords.left(sharing.value.idleMinutes)}
        </p>
      )}
      {waiting ? (
        <>
          <button type="button" class="secondary" onClick={() => void signIn()}>
            {sessionWords.showLoginWindow}
          </button>
          <p class="muted" role="status">
            {said.waiting} {said.waitingHint}
          </p>
        </>
      ) : (
        <>
          <button type="button" onClick={() => void signIn()}>
            {said.button}
          </button>
          <p class="muted">
            {said.hostBefore} <strong>{deployment.loginHost}</strong> {said.hostAfter}
          </p>
          <SharedComputer />
        </>
      )}
      {/* A file of the machine's or of the start's comes before any that she brings. */}
      {deployment.source === 'imported' && (
        <button type="button" class="quiet other" onClick={() => void importDeployment()}>
          {said.otherPlatform}
        </button>
      )}
      <p class="other others">
        <a href={addressOf('diagnostics')}>{diagnostics.open}</a>
        <a href={addressOf('about')}>{about.open}</a>
      </p>
    </main>
  );
}
