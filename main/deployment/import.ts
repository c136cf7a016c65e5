/** A deployment file that the person brings: its key goes to the keychain, the rest to a copy. */

import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { DeploymentProblem, Failure, Result } from '../../preload/contract';
import { stageFile } from '../storage/wholeFile';
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

/** A file whose key and copy are kept, beside what is in use. One of the two ends it. */
export interface PreparedImport {
  readonly deployment: Deployment;
  /** The copy takes the place of the one in use. Where it cannot, it is as if dropped. */
  take(): Promise<Result<'imported'>>;
  /** As if it had never been brought. */
  drop(): Promise<void>;
}

export interface ImportPlaces {
  /** Where the copy of what is in use is. */
  readonly copy: string;
  readonly keepAppKey: (
    deploymentId: string,
    appKey: string,
  ) => Promise<Result<{ readonly putBack: () => Promise<void> }>>;
}

/**
 * All of an import that can fail for want of room or of a keychain, and nothing that cannot be undone: the
 * file that is in use stays in use, whatever becomes of this one, until it is taken.
 */
export async function prepareImport(
  text: string,
  { copy, keepAppKey }: ImportPlaces,
): Promise<Result<PreparedImport>> {
  const reading = readDeployment(text, 'file');
  if (reading.kind === 'wrong') return failed({ kind: 'wrong-file', problems: reading.problems });
  const { deployment } = reading;
  const staged = await stageFile(copy, Readable.from([withoutAppKey(text)])).catch(() => null);
  if (staged === null) return failed({ kind: 'storage' });
  const { appKey } = deployment.app;
  const kept = appKey === null ? null : await keepAppKey(deployment.id, appKey);
  if (kept?.ok === false) {
    await staged.drop();
    return kept;
  }
  const putKeyBack = async () => kept?.value.putBack();
  return {
    ok: true,
    value: {
      deployment,
      async take() {
        try {
          await staged.takePlace();
          return { ok: true, value: 'imported' };
        } catch {
          await putKeyBack();
          return failed({ kind: 'storage' });
        }
      },
      async drop() {
        await staged.drop();
        await putKeyBack();
      },
    },
  };
}

const failed = (failure: Failure) => ({ ok: false, failure }) as const;

const jsonOf = (text: string) => JSON.parse(text.replace(/^\uFEFF/, ''));

function withoutAppKey(text: string): string {
  const content = jsonOf(text);
  const { appKey: _, ...app } = content.app;
  return JSON.stringify({ ...content, app }, null, 2);
}
