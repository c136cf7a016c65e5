// `npm run looks`: takes the pictures of e2e/looks.spec.ts anew, for the Electron it runs on. Those
// that are still within the tolerance stay as they are.
import { onOwnDesktop } from './desktop.mjs';
import { run } from './project.mjs';
import { runProgram, tool } from './running.mjs';
import { setUp } from './setup.mjs';

await run(async () => {
  await setUp('virtual');
  const { ensureBuilt } = await import('./building.mjs');
  await ensureBuilt();
  const runIt = process.platform === 'linux' ? onOwnDesktop : runProgram;
  const args = ['test', 'looks.spec', '--update-snapshots=changed'];
  return runIt(process.execPath, [tool('playwright'), ...args]);
});
