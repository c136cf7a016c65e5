/** "Check" on the first-run page: each part of a typed deployment is tried, one after the other. */
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type {
  DeploymentCheck,
  DeploymentDraft,
  DeploymentPart,
  PartChecked,
  Result,
} from '../preload/contract';
import type { Deployment } from './deployment/deployment';
import type { Trial } from './openapi';

export interface DeploymentChecks {
  /** Null until something was checked. */
  readonly snapshot: ReadonlySignal<DeploymentCheck | null>;
  /** Ends with the last part; a check under way is given up for it. `wrong-file` where it names fields. */
  run(draft: DeploymentDraft): Promise<Result<'checked' | 'cancelled'>>;
  /** What has not been tried then is not; nothing where no check is under way. */
  cancel(): void;
}

export interface DeploymentChecksOptions {
  readonly fetch: typeof fetch;
  readonly issuerOf: (host: string) => string | null;
}

const timeLimit = 10_000;
const sizeLimit = 1024 * 1024;

export function createDeploymentChecks(options: DeploymentChecksOptions): DeploymentChecks {
  const snapshot = signal<DeploymentCheck | null>(null);
  let running: AbortController | null = null;

  function say(part: DeploymentPart, state: PartChecked['state']): void {
    const now = snapshot.value;
    if (now === null) return;
    const parts = now.parts.map((one) => (one.part === part ? { part, state } : one));
    snapshot.value = { ...now, parts };
  }

  function end(): void {
    const now = snapshot.value;
    running = null;
    if (now?.state !== 'running') return;
    const parts = now.parts.map(({ part, state }): PartChecked => {
      const isOpen = state.kind === 'waiting' || state.kind === 'trying';
      return { part, state: isOpen ? { kind: 'not-tried' } : state };
    });
    snapshot.value = { state: 'ended', parts };
  }

  function cancel(): void {
    running?.abort();
    end();
  }

  async function trialOf(deployment: Deployment): Promise<Trial> {
    const { paceOf } = await import('./deployment/deployment');
    const { createTrial } = await import('./openapi');
    return createTrial({
      platform: deployment,
      appKey: async () => ({ ok: true, value: deployment.app.appKey }),
      fetch: options.fetch,
      issuerOf: options.issuerOf,
      limits: { timeoutMs: timeLimit * paceOf(deployment), bytes: sizeLimit },
    });
  }

  return {
    snapshot,
    cancel,
    async run(draft) {
      // Heavy, and a person types before she checks.
      const { draftFile } = await import('./deployment/draft');
      const { readImport } = await import('./deployment/import');
      const reading = readImport(draftFile(draft));
      if (reading.kind === 'wrong') {
        return { ok: false, failure: { kind: 'wrong-file', problems: reading.problems } };
      }
      const trial = await trialOf(reading.deployment);
      cancel();
      const stop = new AbortController();
      running = stop;
      const parts = trial.parts.map((part) => ({ part, state: { kind: 'waiting' } as const }));
      snapshot.value = { state: 'running', parts };
      for (const part of trial.parts) {
        say(part, { kind: 'trying' });
        const answer = await trial.attempt(part, stop.signal);
        if (stop.signal.aborted) return { ok: true, value: 'cancelled' };
        say(part, answer.ok ? { kind: answer.value } : { kind: 'failed', failure: answer.failure });
      }
      end();
      return { ok: true, value: 'checked' };
    },
  };
}
