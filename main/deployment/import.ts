/** A deployment file that the person brings: its key goes to the keychain, the rest to a copy. */

import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { DeploymentProblem, Failure, Result } from '../../preload/contract';
import { type Deployment, readDeployment } from './deployment';

/** Far more than any file of the format; a person may choose a film by mistake. */
export const largestFile = 256 * 1024;

export type ImportReading =
  | {
      readonly kind: 'ready';
      readonly deployment: Deployment;
      /** What the file holds and what counts in the machine's file alone. */
      readonly withoutEffect: readonly ('updates' | 'policy')[];
    }
  | { readonly kind: 'wrong'; readonly problems: readonly DeploymentProblem[] };

/** `wrong-file` where there is no file of a plausible size to be read. */
export async function readDeploymentFile(path: string): Promise<Result<string>> {
  const wrong = (expected: DeploymentProblem['expected']) =>
    ({
      ok: false,
      failure: { kind: 'wrong-file', problems: [{ field: '', expected }] },
    }) as const;
  try {
    const file = await open(path, 'r');
    try {
      const about = await file.stat();
      // A device has no end.
      if (!about.isFile()) return wrong('readable-file');
      if (about.size > largestFile) return wrong('small-file');
      return { ok: true, value: await file.readFile('utf8') };
    } finally {
      await file.close();
    }
  } catch {
    return wrong('readable-file');
  }
}

/** What importing `text` would bring. */
export function readImport(text: string): ImportReading {
  const reading = readDeployment(text, 'file');
  if (reading.kind === 'wrong') return reading;
  const content: Readonly<Record<string, unknown>> = jsonOf(text);
  return {
    kind: 'ready',
    deployment: reading.deployment,
    withoutEffect: (['updates', 'policy'] as const).filter((field) => content[field] !== undefined),
  };
}

/** Where nothing can be kept safely, nothing is written: the file that is in use stays in use. */
export async function importDeployment(
  text: string,
  copyTo: string,
  keepAppKey: (deploymentId: string, appKey: string) => Promise<Result<'kept'>>,
): Promise<Result<'imported'>> {
  const reading = readDeployment(text, 'file');
  if (reading.kind === 'wrong') return failed({ kind: 'wrong-file', problems: reading.problems });
  const { id, app } = reading.deployment;
  if (app.appKey !== null) {
    const kept = await keepAppKey(id, app.appKey);
    if (!kept.ok) return kept;
  }
  try {
    writeFileSync(copyTo, withoutAppKey(text), { mode: 0o600 });
  } catch {
    return failed({ kind: 'storage' });
  }
  return { ok: true, value: 'imported' };
}

const failed = (failure: Failure) => ({ ok: false, failure }) as const;

const jsonOf = (text: string) => JSON.parse(text.replace(/^\uFEFF/, ''));

function withoutAppKey(text: string): string {
  const content = jsonOf(text);
  const { appKey: _, ...app } = content.app;
  return JSON.stringify({ ...content, app }, null, 2);
}
