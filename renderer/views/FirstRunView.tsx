import type { DeploymentSnapshot } from '../../preload/contract';
import { DraftForm } from '../components/DraftForm';
import { Emblem } from '../components/Emblem';
import { ProblemTable } from '../components/ProblemTable';
import { importDeployment } from '../state/commands';
import { addressOf } from '../state/page';
import { words } from '../state/words';

type Missing = Extract<DeploymentSnapshot, { kind: 'none' }>;
type Wrong = Extract<DeploymentSnapshot, { kind: 'wrong' }>;

function LookedAt({ deployment }: { readonly deployment: Missing }) {
  const { firstRun } = words.value;
  return (
    <>
      <h1>{firstRun.noneTitle}</h1>
      <p class="muted">{firstRun.none}</p>
      <button type="button" onClick={() => void importDeployment()}>
        {firstRun.choose}
      </button>
      <DraftForm />
      {deployment.lookedAt.length > 0 && (
        <section class="facts">
          <h2>{firstRun.lookedAt}</h2>
          <ul>
            {deployment.lookedAt.map((path) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Problems({ deployment }: { readonly deployment: Wrong }) {
  const { firstRun } = words.value;
  return (
    <>
      <h1>{firstRun.wrongTitle}</h1>
      <p class="muted">{firstRun.wrong}</p>
      <section class="facts">
        <p>
          {firstRun.file} <code>{deployment.path}</code>
        </p>
        <ProblemTable problems={deployment.problems} />
      </section>
      {/* Any other file comes before one that she chooses: choosing would change nothing. */}
      {deployment.source === 'imported' && (
        <>
          <button type="button" onClick={() => void importDeployment()}>
            {firstRun.choose}
          </button>
          <DraftForm />
        </>
      )}
    </>
  );
}

/** Before there is a platform to sign in to: what is missing or wrong, and the way on. */
export function FirstRunView({ deployment }: { readonly deployment: Missing | Wrong }) {
  return (
    <main class="alone wide first-run">
      <Emblem />
      {deployment.kind === 'none' ? (
        <LookedAt deployment={deployment} />
      ) : (
        <Problems deployment={deployment} />
      )}
      <a class="other" href={addressOf('diagnostics')}>
        {words.value.diagnostics.open}
      </a>
    </main>
  );
}
