// Packages the app twice: as it is handed to people, and as a test can drive it, which differs by one
// fuse and one build flag.
import { join } from 'node:path';
import { pack } from './packaging.mjs';
import { root, Stop } from './project.mjs';
import { runTool } from './running.mjs';
import { packages } from './unpacked.mjs';

const testBuild = join(root, 'out', 'test-build');

/**
 * A release's main process goes, and the flagged one takes its place; all else is the same file. Laid
 * over electron-builder.yml a list would take the place of the whole list there.
 * @param {{ packager: { config: import('electron-builder').Configuration } }} context
 */
function replaceMain({ packager }) {
  const { files } = packager.config;
  const own = Array.isArray(files) ? files[0] : undefined;
  if (!Array.isArray(files) || typeof own !== 'object' || !Array.isArray(own.filter)) {
    throw new Stop('electron-builder has read its list of files otherwise than expected.');
  }
  own.filter.push('!out/main/**');
  files.push({ from: join(testBuild, 'main'), to: 'out/main' });
}

/**
 * What is compiled must be there.
 * @param {import('./runtime.mjs').ElectronRuntime} runtime
 */
export async function packForTests(runtime) {
  const flagged = ['--mode', 'test-build', '--outDir', testBuild];
  if ((await runTool('electron-vite', ['build', '--logLevel', 'warn', ...flagged])) !== 0) {
    throw new Stop('Building the app for its packaged tests failed.');
  }
  await pack({ runtime, output: packages.release });
  await pack({
    runtime,
    output: packages.test,
    config: {
      beforePack: replaceMain,
      // Playwright drives the main process through the inspector.
      electronFuses: { enableNodeCliInspectArguments: true },
    },
  });
}
