/** A deployment file that the person brings: its key goes to the keychain, the rest to a copy. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { DeploymentProblem, Failure, Result } from '../../preload/contract';
import { readDeployment } from './deployment';

export type ImportOutcome =
  | { readonly kind: 'imported' }
  | { readonly kind: 'wrong'; readonly problems: readonly DeploymentProblem[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Where nothing can be kept safely, nothing is written: the file that is in use stays in use. */
export async function importDeployment(
  path: string,
  copyTo: string,
  keepAppKey: (deploymentId: string, appKey: string) => Promise<Result<'kept'>>,
): Promise<ImportOutcome> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { kind: 'wrong', problems: [{ field: '', expected: 'readable-file' }] };
  }
  const reading = readDeployment(text, 'file');
  if (reading.kind === 'wrong') return reading;
  const { id, app } = reading.deployment;
  if (app.appKey !== null) {
    const kept = await keepAppKey(id, app.appKey);
    if (!kept.ok) return { kind: 'failed', failure: kept.failure };
  }
  try {
    writeFileSync(copyTo, withoutAppKey(text), { mode: 0o600 });
  } catch {
    return { kind: 'failed', failure: { kind: 'storage' } };
  }
  return { kind: 'imported' };
}

function withoutAppKey(text: string): string {
  const content = JSON.parse(text.replace(/^\uFEFF/, ''));
  const { appKey: _, ...app } = content.app;
  return JSON.stringify({ ...content, app }, null, 2);
}
