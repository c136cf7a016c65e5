// `npm start`: everything a fresh clone needs, then the app on the practice platform; with
// `-- --deployment FILE` on a real one. Where there is no display the app is shown round instead.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onOwnDesktop } from './desktop.mjs';
import { root, run, Stop } from './project.mjs';
import { runProgram, tool } from './running.mjs';
import { isRoot } from './sandbox.mjs';
import { setUp } from './setup.mjs';
import { parseStart } from './startArguments.mjs';

await run(async () => {
  // npm changes to the checkout's folder; a relative path is meant from where the person is.
  const from = process.env.INIT_CWD ?? process.cwd();
  const { deployment, forApp } = parseStart(process.argv.slice(2), from);
  if (deployment !== undefined && !existsSync(deployment)) {
    throw new Stop(`There is no file ${deployment}.`);
  }
  if (hasDisplay()) return startApp(deployment, forApp);
  if (deployment === undefined) return showRound();
  throw new Stop('There is no display (DISPLAY or WAYLAND_DISPLAY) to show the app on.');
});

function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}

/**
 * @param {string | undefined} deployment a file for a real platform
 * @param {string[]} forApp
 */
async function startApp(deployment, forApp) {
  const { executable, version } = await prepare('person');
  if (isRoot()) console.log('As root Electron only runs without its sandbox (--no-sandbox).');
  const args = [...(isRoot() ? ['--no-sandbox'] : []), root, ...forApp];
  const start = (/** @type {string} */ file) => {
    console.log(`Starting Staffroom in Electron ${version} …`);
    return runProgram(executable, args, { STAFFROOM_DEPLOYMENT: file });
  };
  if (deployment !== undefined) return start(deployment);
  const { startPractice } = await import('./practice.mjs');
  const practice = await startPractice();
  try {
    args.push(`--user-data-dir=${practice.userData}`);
    return await start(practice.deployment);
  } finally {
    await practice.end();
  }
}

/** Does the main job on a virtual display, saying each step and taking a picture of each screen. */
async function showRound() {
  const runtime = await prepare('virtual');
  const pictures = join(root, 'out', 'tour');
  rmSync(pictures, { recursive: true, force: true });
  console.log(
    `There is no display: Staffroom is shown round on a virtual one, in Electron ${runtime.version}.`,
  );
  const tour = [tool('playwright'), 'test', '--config', 'e2e/tour.config.ts'];
  const code = await onOwnDesktop(process.execPath, tour);
  if (existsSync(pictures)) console.log('A picture of each screen is in out/tour/.');
  return code;
}

/** @param {import('./systemNeeds.mjs').Desktop} desktop */
async function prepare(desktop) {
  const runtime = await setUp(desktop);
  const { ensureBuilt } = await import('./building.mjs');
  await ensureBuilt();
  return runtime;
}
