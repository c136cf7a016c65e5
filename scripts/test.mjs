// `npm test`: everything a fresh clone needs, then every check there is. `npm test -- e2e` runs the
// steps named.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { onOwnDesktop } from './desktop.mjs';
import { asOrdinaryUser } from './ordinaryUser.mjs';
import { readJson, root, run, Stop } from './project.mjs';
import { runProgram, runTool, tool } from './running.mjs';
import { setUp } from './setup.mjs';
import { e2eTally, inWords, oneCheck, total, unitTally } from './tally.mjs';

const unitReport = join(root, 'out', 'test', 'unit.json');
const e2eReport = join(root, 'out', 'test', 'e2e.json');
const packagedReport = join(root, 'out', 'test', 'packaged.json');

/** @typedef {import('./tally.mjs').Tally} Tally */

/** @type {Record<string, () => Promise<Tally>>} */
const steps = {
  lint: async () => {
    const colours = process.stdout.isTTY ? [] : ['--colors=off'];
    return oneCheck(await runTool('biome', ['ci', ...colours, '.']));
  },

  types: async () => {
    const tallies = [];
    for (const project of ['.', 'renderer', 'e2e', 'scripts', 'bench']) {
      tallies.push(oneCheck(await runTool('tsc', ['-p', project])));
    }
    return total(tallies);
  },

  unit: async () => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
    rmSync(unitReport, { force: true });
    const code = await runTool('vitest', ['run', ...reporters]);
    return unitTally(readJson(unitReport), code);
  },

  build: async () => {
    const { ensureBuilt } = await import('./building.mjs');
    try {
      await ensureBuilt();
      return oneCheck(0);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      console.log(error.message);
      return oneCheck(1);
    }
  },

  e2e: async () => {
    rmSync(e2eReport, { force: true });
    // Linux has a desktop to throw away; elsewhere the tests run on the person's own.
    const runIt = process.platform === 'linux' ? onOwnDesktop : runProgram;
    const code = await runIt(process.execPath, [tool('playwright'), 'test']);
    return e2eTally(readJson(e2eReport), code);
  },

  packaged: async () => {
    rmSync(packagedReport, { force: true });
    const { ensureBuilt } = await import('./building.mjs');
    const { packForTests } = await import('./packagedApp.mjs');
    const { electronRuntime } = await import('./runtime.mjs');
    try {
      await ensureBuilt();
      await packForTests(await electronRuntime());
    } catch (error) {
      console.log(error instanceof Error ? error.message : error);
      return oneCheck(1);
    }
    const code = await asOrdinaryUser(['scripts/packagedTests.mjs'], {
      reads: ['package'],
      leaves: ['test/packaged.json', 'e2e-packaged'],
    });
    return e2eTally(readJson(packagedReport), code);
  },
};

await run(async () => {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !(name in steps));
  if (unknown.length > 0) {
    throw new Stop(
      `No such step: ${unknown.join(', ')}. There are ${Object.keys(steps).join(', ')}.`,
    );
  }
  await setUp('virtual');
  const tallies = [];
  let interrupted = false;
  process.once('SIGINT', () => {
    interrupted = true;
  });
  for (const [name, step] of Object.entries(steps)) {
    if (named.length > 0 && !named.includes(name)) continue;
    console.log(`\n── ${name} ──`);
    const from = Date.now();
    const tally = await step();
    if (interrupted) throw new Stop('Interrupted.');
    console.log(`${name}: ${inWords(tally)} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
    tallies.push(tally);
  }
  const all = total(tallies);
  const skippedInCi = Boolean(process.env.CI) && all.skipped > 0;
  if (skippedInCi) console.log('With CI set a skipped test is a failure.');
  console.log(`\n${inWords(all)}`);
  return all.failed > 0 || skippedInCi ? 1 : 0;
});
