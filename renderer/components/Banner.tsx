import type { ComponentChildren } from 'preact';
import type { EpochMs, SessionSnapshot, SessionState } from '../../preload/contract';
import { bannerAsOf } from '../state/asOf';
import { now as clock, today } from '../state/clock';
import { acknowledgeDisplacement, signIn } from '../state/commands';
import { session } from '../state/snapshots';
import { format, words } from '../state/words';
import { FailureText } from './FailureText';
import { Icon } from './Icon';
import { NetworkSignIn } from './NetworkSignIn';
import { SessionAction } from './SessionAction';
import { StateShape } from './StateShape';

interface Told {
  /** What happened, in one sentence. */
  readonly what: string;
  /** Why, where that is known; what the app does; what she can do. */
  readonly more: readonly (string | null)[];
}

/** Of the pages that show the profile, as of when what they show is. */
function asOf(say: (moment: string) => string): string | null {
  const at = bannerAsOf.value;
  return at === null ? null : say(format.value.fullMoment(at, today.value));
}

const told = ({ what, does, can }: { what: string; does: string; can: string }): Told => ({
  what,
  more: [does, can],
});

/** What there is to tell beyond the words at the rail's foot; null while all is well. */
function toTell({ state, remembered, endsAt }: SessionSnapshot): Told | null {
  const { banner, failure } = words.value;
  switch (state.kind) {
    case 'unreachable': {
      const cause = failure(state.cause);
      const { what } = banner.unreachable;
      const does = asOf(banner.unreachable.doesAsOf) ?? banner.unreachable.does;
      const since = format.value.fullMoment(state.since, today.value);
      return { what: what(since), more: [cause.what, does, cause.can] };
    }
    case 'expired':
      return told({ ...banner.expired, does: asOf(banner.stillAsOf) ?? banner.expired.does });
    case 'displaced':
      if (state.answer === 'it-was-me') return null;
      return told({ ...banner.displaced, does: asOf(banner.stillAsOf) ?? banner.displaced.does });
    case 'keychain-locked':
      return told(banner.keychainLocked);
    case 'no-session':
      return told(banner.noSession);
    case 'active':
      if (endsAt !== null) return told(endsSoon(endsAt));
      return remembered ? null : told(banner.notRemembered);
    case 'renewing':
    case 'checking':
      return remembered ? null : told(banner.notRemembered);
    case 'signed-out':
    case 'signing-in':
      return null;
  }
}

function endsSoon(endsAt: EpochMs) {
  const said = words.value.banner.endsSoon;
  // Of the day, not of the second: the banner need not be drawn anew with each tick.
  const isPast = endsAt <= clock.peek();
  return {
    ...said,
    what: isPast ? said.past : said.what(format.value.fullMoment(endsAt, today.value)),
  };
}

/** What she can do about a sign-in that will end, or that ended because of another one. */
function MoreActions({ state, endsAt }: SessionSnapshot) {
  const { session: said, banner } = words.value;
  if (state.kind === 'displaced') {
    if (state.answer === 'it-was-me') return null;
    return (
      <button type="button" class="quiet" onClick={() => void acknowledgeDisplacement()}>
        {banner.displaced.itWasMe}
      </button>
    );
  }
  if (state.kind !== 'active' || endsAt === null) return null;
  return (
    <button type="button" class="quiet" onClick={() => void signIn()}>
      {said.signInAgain}
    </button>
  );
}

const troubled = (kind: SessionState['kind']) =>
  kind === 'expired' || kind === 'displaced' || kind === 'keychain-locked';

function DisplacedLog({ log }: { readonly log: readonly string[] }): ComponentChildren {
  if (log.length === 0) return null;
  return (
    <details>
      <summary>{words.value.banner.displaced.log}</summary>
      <ul>
        {log.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

/** A component of its own: this alone follows the clock. */
function NextTry({ at }: { readonly at: EpochMs }) {
  const seconds = Math.ceil((at - clock.value) / 1000);
  return <span>{words.value.banner.unreachable.nextTry(seconds)}</span>;
}

function What({ telling, state }: { readonly telling: Told; readonly state: SessionState }) {
  return (
    <>
      <strong>{telling.what}</strong> {format.value.sentences(telling.more)}{' '}
      {state.kind === 'unreachable' && <NextTry at={state.nextTryAt} />}
      {state.kind === 'displaced' && <DisplacedLog log={state.log} />}
    </>
  );
}

/** Above every page: what happened to the session, what the app does, what she can do. */
export function Banner() {
  const known = session.value;
  if (known === null) return null;
  const telling = toTell(known);
  const { state, signInFailure } = known;
  if (telling === null && signInFailure === null) return null;
  return (
    <section
      class={`banner ${troubled(state.kind) ? 'trouble' : 'caution'}`}
      aria-label={words.value.banner.label}
    >
      {state.kind === 'active' ? <Icon name="unlocked" /> : <StateShape kind={state.kind} />}
      <div class="banner-text">
        {telling !== null && <What telling={telling} state={state} />}
        {signInFailure !== null && (
          <div role="alert">
            <strong>{words.value.signIn.failed}</strong>
            <FailureText failure={signInFailure} />
          </div>
        )}
      </div>
      <NetworkSignIn failure={state.kind === 'unreachable' ? state.cause : signInFailure} />
      <MoreActions {...known} />
      <SessionAction kind={state.kind} />
    </section>
  );
}
