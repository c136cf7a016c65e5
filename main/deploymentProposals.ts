/**
 * Deployments that come from outside the machine's own files: chosen, dropped, typed, opened or
 * linked to. What would replace one in use, or was not begun in the window, waits for her word.
 */
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type {
  DeploymentProblem,
  DeploymentProposal,
  DeploymentSnapshot,
  Failure,
  Result,
} from '../preload/contract';
import { isSecureAddress } from './deployment/address';

export interface DeploymentProposals {
  /** Null while nothing waits. */
  readonly snapshot: ReadonlySignal<DeploymentProposal | null>;
  /** The text of a file that she brought in the window. */
  bringText(text: string): Promise<Brought>;
  bringFile(path: string, by: Bringer): Promise<Brought>;
  /** Fetches nothing before she has agreed. An address that is none of ours to ask changes nothing. */
  bringLink(address: string): void;
  /** Her word on the proposal with this id. `invalid-argument` where another one waits, or none. */
  answer(id: number, answer: 'accept' | 'decline'): Promise<Result<'answered'>>;
}

/** Whether she began it in the window, or it came from the system. */
export type Bringer = 'window' | 'system';

/** `refused` is told in the snapshot. */
export type Brought = 'imported' | 'asked' | 'refused';

export interface DeploymentProposalsOptions {
  readonly inUse: ReadonlySignal<DeploymentSnapshot>;
  /** Imports and uses the file. */
  readonly bringIn: (text: string) => Promise<Result<'imported'>>;
  readonly fetch: typeof fetch;
  readonly issuerOf: (host: string) => string | null;
  readonly log: (what: string) => void;
}

const timeLimit = 10_000;

const wrongFile = (problems: readonly DeploymentProblem[]) =>
  ({ ok: false, failure: { kind: 'wrong-file', problems } }) as const;

export function createDeploymentProposals(
  options: DeploymentProposalsOptions,
): DeploymentProposals {
  const { inUse, bringIn, log } = options;
  const snapshot = signal<DeploymentProposal | null>(null);
  let lastId = 0;
  /** What the question is about, which no page needs to hold. */
  let waiting: { readonly text: string } | { readonly address: string } | null = null;

  function nextId(): number {
    lastId += 1;
    return lastId;
  }

  function refuse(failure: Failure): 'refused' {
    log(`an import was refused: ${failure.kind}`);
    waiting = null;
    snapshot.value = { kind: 'refused', id: nextId(), failure };
    return 'refused';
  }

  /** Two questions at once would have one answered in place of the other. */
  const isAsking = () => snapshot.value !== null && snapshot.value.kind !== 'refused';

  /** The machine's file and that of the start come before any that she brings. */
  function fixedBy(): Failure | null {
    const now = inUse.value;
    if (now.kind === 'none' || now.source === 'imported') return null;
    return { kind: 'fixed-deployment', by: now.source };
  }

  async function take(text: string): Promise<Brought> {
    waiting = null;
    snapshot.value = null;
    const outcome = await bringIn(text);
    return outcome.ok ? 'imported' : refuse(outcome.failure);
  }

  async function consider(text: string, by: Bringer): Promise<Brought> {
    const fixed = fixedBy();
    if (fixed !== null) return refuse(fixed);
    const { readImport } = await import('./deployment/import');
    // Another came while this one was read.
    if (isAsking()) return 'asked';
    const reading = readImport(text);
    if (reading.kind === 'wrong') return refuse(wrongFile(reading.problems).failure);
    const now = inUse.value;
    const { deployment, withoutEffect } = reading;
    const asks = now.kind === 'ready' || by === 'system' || withoutEffect.length > 0;
    if (!asks) return take(text);
    waiting = { text };
    snapshot.value = {
      kind: 'deployment',
      id: nextId(),
      name: deployment.name,
      gatewayHost: new URL(deployment.gateway).host,
      loginHost: new URL(deployment.login.page).host,
      withoutEffect,
      replaces: now.kind === 'ready' ? { name: now.name, gatewayHost: now.gatewayHost } : null,
    };
    return 'asked';
  }

  /** Redirects are not followed: she agreed to one host, and no other. */
  async function fetchFrom(address: string): Promise<Result<string>> {
    const { createSend } = await import('./openapi');
    const { largestFile } = await import('./deployment/import');
    const send = createSend({
      fetch: options.fetch,
      issuerOf: options.issuerOf,
      limits: { timeoutMs: timeLimit, bytes: largestFile },
    });
    const answer = await send({ method: 'GET', url: address }, undefined);
    if (answer.ok) return { ok: true, value: JSON.stringify(answer.value) };
    if (answer.failure.kind !== 'malformed') return answer;
    return wrongFile([{ field: '', expected: 'json' }]);
  }

  async function follow(address: string): Promise<void> {
    const id = nextId();
    snapshot.value = { kind: 'fetching', id, host: new URL(address).host };
    const fetched = await fetchFrom(address);
    // She has given it up meanwhile.
    if (snapshot.value?.id !== id) return;
    snapshot.value = null;
    if (fetched.ok) await consider(fetched.value, 'system');
    else refuse(fetched.failure);
  }

  return {
    snapshot,

    async bringText(text) {
      return isAsking() ? 'asked' : consider(text, 'window');
    },

    async bringFile(path, by) {
      if (isAsking()) return 'asked';
      const { readDeploymentFile } = await import('./deployment/import');
      const read = await readDeploymentFile(path);
      return read.ok ? consider(read.value, by) : refuse(read.failure);
    },

    bringLink(address) {
      if (isAsking() || !isSecureAddress(address)) return;
      const fixed = fixedBy();
      if (fixed !== null) {
        refuse(fixed);
        return;
      }
      waiting = { address };
      snapshot.value = { kind: 'link', id: nextId(), host: new URL(address).host };
    },

    async answer(id, answer) {
      if (snapshot.value?.id !== id) {
        return { ok: false, failure: { kind: 'invalid-argument', argument: 'id' } };
      }
      const about = waiting;
      waiting = null;
      snapshot.value = null;
      if (answer === 'accept' && about !== null) {
        if ('text' in about) await take(about.text);
        else await follow(about.address);
      }
      return { ok: true, value: 'answered' };
    },
  };
}
