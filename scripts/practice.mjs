// The practice platform for a person at the screen: it runs in this process, and the app gets a
// deployment file and a user-data folder of its own, so that nothing of the person's is touched.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { root } from './project.mjs';

/** @typedef {{ deployment: string, userData: string, end: () => Promise<void> }} Practice */

/** Starts the practice platform and says who can sign in. @returns {Promise<Practice>} */
export async function startPractice() {
  const bundle = pathToFileURL(join(root, 'out', 'gateway', 'index.mjs')).href;
  /** @type {typeof import('../gateway/index')} */
  const { startGateway } = await import(bundle);
  const gateway = await startGateway();
  const folder = mkdtempSync(join(tmpdir(), 'staffroom-practice-'));
  const deployment = join(folder, 'deployment.json');
  writeFileSync(deployment, JSON.stringify(gateway.deployment(), undefined, 2));
  console.log(`The practice platform is at ${gateway.url}. Sign in as one of:`);
  for (const { account, password, name, about } of gateway.people) {
    console.log(`  ${account} / ${password}  ${name}，${about}`);
  }
  return {
    deployment,
    userData: join(folder, 'user-data'),
    end: async () => {
      await gateway.close();
      await forgetPractice();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Removes what the app kept in the person's keychain for the practice platform. A process of its
 * own does it, because a call to a locked keyring may never return. */
async function forgetPractice() {
  const script = fileURLToPath(new URL('forgetPractice.mjs', import.meta.url));
  try {
    await promisify(execFile)(process.execPath, [script], { cwd: root, timeout: 10_000 });
  } catch (error) {
    // Any other failure means that there is no keychain, so nothing was kept in it either.
    if (!(error instanceof Error && 'killed' in error && error.killed)) return;
    console.log('The keychain did not answer: entries of the practice platform may be left in it.');
  }
}
