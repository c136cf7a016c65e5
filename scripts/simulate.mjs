// Simulates a region's desktops on the app's own scheduler: `npm run simulate`.
import { join } from 'node:path';
import { root, run, Stop } from './project.mjs';
import { runProgram, runTool } from './running.mjs';

const build = ['--ssr', 'simulation/index.ts', '--outDir', 'out/simulation/build'];

run(async () => {
  const built = await runTool('vite', ['build', ...build, '--logLevel', 'warn']);
  if (built !== 0) throw new Stop('Building the simulation failed.');
  const script = join(root, 'out', 'simulation', 'build', 'index.mjs');
  // Most of what a simulated call makes is gone with its answer: a large nursery keeps the collector
  // from copying it about.
  return runProgram(process.execPath, ['--max-semi-space-size=128', script]);
});
