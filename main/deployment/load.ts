/** Finds the deployment file: the machine's, then the environment's, then the person's import. */
import { readFileSync } from 'node:fs';
import type { DeploymentExpectation, DeploymentProblem } from '../../preload/contract';
import {
  type AppKeyPlace,
  type Deployment,
  type DeploymentReading,
  isPractice,
  noPolicy,
  readDeployment,
} from './deployment';
import type { MachineFile } from './place';
import { type Rights, rightsOf } from './rights';

export type DeploymentSource = 'machine' | 'environment' | 'imported';

export interface DeploymentPlaces extends MachineFile {
  /** What STAFFROOM_DEPLOYMENT names, if it is set. */
  readonly environment: string | undefined;
  readonly imported: string;
}

export type DeploymentFound =
  | (Extract<DeploymentReading, { kind: 'ready' }> & { readonly source: DeploymentSource })
  | { readonly kind: 'none'; readonly lookedAt: readonly string[] }
  | {
      readonly kind: 'wrong';
      readonly source: DeploymentSource;
      readonly path: string;
      readonly problems: readonly DeploymentProblem[];
    };

/**
 * The first file that is there counts, even when it is wrong: falling through to another would
 * connect a school's desktops to something its IT did not mean.
 */
export async function findDeployment(
  places: DeploymentPlaces,
  platform: NodeJS.Platform = process.platform,
): Promise<DeploymentFound> {
  const { machine, administrator, environment, imported } = places;
  const candidates: { source: DeploymentSource; path: string; appKey: AppKeyPlace }[] = [
    { source: 'machine', path: machine, appKey: 'file' },
    ...(environment ? [{ source: 'environment', path: environment, appKey: 'file' } as const] : []),
    { source: 'imported', path: imported, appKey: 'keychain' },
  ];
  for (const { source, path, appKey } of candidates) {
    const wrong = (expected: DeploymentExpectation): DeploymentFound => ({
      kind: 'wrong',
      source,
      path,
      problems: [{ field: '', expected }],
    });
    const content = contentOf(path);
    if (content === null && source !== 'environment') continue;
    if (content === null || content === 'unreadable') {
      return wrong('readable-file');
    }
    if (source === 'machine') {
      const rights = await rightsOf(path, administrator, platform);
      if (rights !== 'administrators-alone') return wrong(refusedFor[rights]);
    }
    const reading = readDeployment(content.text, appKey);
    if (reading.kind === 'wrong') return { ...reading, source, path };
    return { ...reading, source, deployment: withPolicyOf(source, reading.deployment) };
  }
  return { kind: 'none', lookedAt: candidates.map(({ path }) => path) };
}

const refusedFor: Record<Exclude<Rights, 'administrators-alone'>, DeploymentExpectation> = {
  'others-too': 'administrators-only',
  unknown: 'readable-rights',
};
/**
 * A policy is an administrator's word: it counts in the file that only they can write, and on a
 * practice platform, which is nobody's.
 */
const withPolicyOf = (source: DeploymentSource, deployment: Deployment): Deployment =>
  source === 'machine' || isPractice(deployment) ? deployment : { ...deployment, policy: noPolicy };

/**
 * Where updates are looked for; null is nowhere. Theirs is the word of whoever administers the
 * computer: an imported file would let anybody choose what her version is.
 */
export function updatesUrlOf(found: DeploymentFound): string | null {
  if (found.kind !== 'ready') return null;
  return found.source === 'machine' ? found.deployment.updatesUrl : null;
}

/** Null where there is no such file. */
function contentOf(path: string): { readonly text: string } | 'unreadable' | null {
  try {
    return { text: readFileSync(path, 'utf8') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : 'unreadable';
  }
}
