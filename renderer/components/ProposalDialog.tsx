import type { DeploymentProposal } from '../../preload/contract';
import { answerProposal } from '../state/commands';
import { inbox, proposal, session } from '../state/snapshots';
import { format, words } from '../state/words';
import { FailureText } from './FailureText';
import { Modal } from './Modal';
import { ProblemTable } from './ProblemTable';

type Of<Kind extends DeploymentProposal['kind']> = Extract<DeploymentProposal, { kind: Kind }>;

function Answers({ id, accept }: { readonly id: number; readonly accept: string }) {
  return (
    <footer>
      <button
        type="button"
        class="secondary"
        autofocus
        onClick={() => void answerProposal(id, 'decline')}
      >
        {words.value.proposal.cancel}
      </button>
      <button type="button" onClick={() => void answerProposal(id, 'accept')}>
        {accept}
      </button>
    </footer>
  );
}

function Deployment({ now }: { readonly now: Of<'deployment'> }) {
  const said = words.value.proposal;
  const { waiting = 0, refused = 0 } = inbox.value?.outbox ?? {};
  const isSignedIn = session.value !== null && session.value.state.kind !== 'signed-out';
  const { replaces } = now;
  return (
    <>
      <dl class="fields">
        {[
          [said.name, now.name],
          [said.gatewayHost, now.gatewayHost],
          [said.loginHost, now.loginHost],
          ...(replaces === null
            ? []
            : [[said.replaces, said.replaced(replaces.name, replaces.gatewayHost)]]),
        ].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {replaces !== null && isSignedIn && <p>{said.signsOut}</p>}
      {replaces !== null && waiting + refused > 0 && (
        <p class="page-trouble" role="alert">
          <strong>{said.unsent(waiting + refused)}</strong>
        </p>
      )}
      {now.withoutEffect.length > 0 && (
        <p class="muted">{said.withoutEffect(format.value.list(now.withoutEffect))}</p>
      )}
      <Answers id={now.id} accept={replaces === null ? said.use : said.replace} />
    </>
  );
}

function Refused({ now }: { readonly now: Of<'refused'> }) {
  const { failure } = now;
  return (
    <>
      <FailureText failure={failure} />
      {failure.kind === 'wrong-file' && failure.problems.length > 1 && (
        <ProblemTable problems={failure.problems} />
      )}
      <footer>
        <button type="button" onClick={() => void answerProposal(now.id, 'decline')}>
          {words.value.proposal.close}
        </button>
      </footer>
    </>
  );
}

function Asked({ now }: { readonly now: DeploymentProposal }) {
  const said = words.value.proposal;
  switch (now.kind) {
    case 'link':
      return (
        <>
          <p>{said.link(now.host)}</p>
          <p class="muted">{said.linkMeaning}</p>
          <Answers id={now.id} accept={said.fetch} />
        </>
      );
    case 'fetching':
      return (
        <>
          <p role="status">{said.fetching(now.host)}</p>
          <progress />
          <footer>
            <button
              type="button"
              class="secondary"
              onClick={() => void answerProposal(now.id, 'decline')}
            >
              {said.cancel}
            </button>
          </footer>
        </>
      );
    case 'deployment':
      return <Deployment now={now} />;
    case 'refused':
      return <Refused now={now} />;
  }
}

function titleOf(now: DeploymentProposal): string {
  const said = words.value.proposal;
  switch (now.kind) {
    case 'link':
    case 'fetching':
      return said.linkTitle;
    case 'deployment':
      return now.replaces === null ? said.title : said.replaceTitle;
    case 'refused':
      return said.refusedTitle;
  }
}

/** A deployment from outside that waits for her word, whatever page she is on. */
export function ProposalDialog() {
  const now = proposal.value;
  if (now === null) return null;
  return (
    <Modal key={now.id} title={titleOf(now)} onClose={() => void answerProposal(now.id, 'decline')}>
      <Asked now={now} />
    </Modal>
  );
}
