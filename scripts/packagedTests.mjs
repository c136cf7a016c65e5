// Runs the end-to-end tests against the packaged app; `npm test` packages it first, and runs this as
// an ordinary user.
import { onOwnDesktop } from './desktop.mjs';
import { run } from './project.mjs';
import { runProgram, tool } from './running.mjs';

await run(() => {
  const args = [tool('playwright'), 'test', '--config', 'e2e/packaged/playwright.config.ts'];
  const runIt = process.platform === 'linux' ? onOwnDesktop : runProgram;
  return runIt(process.execPath, [...args, ...process.argv.slice(2)]);
});
