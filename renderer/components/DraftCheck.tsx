import type { PartChecked } from '../../preload/contract';
import { currentCheck } from '../state/draft';
import { words } from '../state/words';
import { FailureText } from './FailureText';
import { Icon } from './Icon';

const icons = {
  works: 'works',
  failed: 'fails',
} as const;

function Part({ part, state }: PartChecked) {
  const { connect } = words.value;
  const icon = state.kind === 'works' || state.kind === 'failed' ? icons[state.kind] : null;
  return (
    <li data-part={part} data-state={state.kind}>
      <p class="part-line">
        {icon !== null && <Icon name={icon} />}
        <span>{connect.parts[part]}</span>
        <strong>{connect.states[state.kind]}</strong>
      </p>
      {state.kind === 'failed' && <FailureText failure={state.failure} />}
    </li>
  );
}

/** How far the check is, and what it found. */
export function DraftCheck() {
  const { connect } = words.value;
  const now = currentCheck.value;
  if (now === null) return null;
  const failed = now.parts.filter(({ state }) => state.kind === 'failed').length;
  const works = now.parts.every(({ state }) => state.kind === 'works');
  return (
    <section class="parts" aria-label={connect.checks} role="status">
      <ul>
        {now.parts.map((one) => (
          <Part key={one.part} {...one} />
        ))}
      </ul>
      {works && <p>{connect.allWork}</p>}
      {now.state === 'ended' && failed > 0 && <p>{connect.someFailed(failed)}</p>}
    </section>
  );
}
