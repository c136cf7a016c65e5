import type { SessionState } from '../../preload/contract';
import { now } from '../state/clock';
import { session } from '../state/snapshots';
import { format, words } from '../state/words';
import { SessionAction } from './SessionAction';
import { StateShape } from './StateShape';

/** The line under the state's name; this one alone follows the clock. */
function Detail({ state }: { readonly state: SessionState }) {
  const said = words.value.session;
  if (state.kind === 'active') {
    return <>{said.heartbeat(format.value.ago(state.lastHeartbeatAt, now.value))}</>;
  }
  if (state.kind === 'unreachable') {
    return <>{said.nextTry(Math.ceil((state.nextTryAt - now.value) / 1000))}</>;
  }
  return <>{said.detail[state.kind]}</>;
}

/** How the session is, in words and shape. */
export function SessionFoot() {
  const state = session.value?.state;
  if (!state) return null;
  const said = words.value.session;
  return (
    <section class="session-foot" data-state={state.kind} aria-label={said.label}>
      <StateShape kind={state.kind} />
      <div class="session-lines">
        <strong role="status">{said.state[state.kind]}</strong>
        <span>
          <Detail state={state} />
        </span>
        <SessionAction kind={state.kind} />
      </div>
    </section>
  );
}
