// Runs the end-to-end tests against the packaged app; `npm test` packages it first, and runs this as
// an ordinary user.
import { spawnSync } from 'node:child_process';
import { onOwnDesktop } from './desktop.mjs';
import { run, Stop } from './project.mjs';
import { runProgram, tool } from './running.mjs';

await run(() => {
  if (process.platform === 'linux' && spawnSync('unshare', ['--user', 'true']).status !== 0) {
    throw new Stop(
      'Here an ordinary user may make no namespaces, without which the sandbox of the packaged app ' +
        'does not work: a container’s seccomp profile, or kernel.apparmor_restrict_unprivileged_userns.',
    );
  }
  const args = [tool('playwright'), 'test', '--config', 'e2e/packaged/playwright.config.ts'];
  const runIt = process.platform === 'linux' ? onOwnDesktop : runProgram;
  return runIt(process.execPath, [...args, ...process.argv.slice(2)]);
});
