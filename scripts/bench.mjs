// `npm run bench`: measures the built app in a real Electron, on a desktop of its own, and prints a
// table: of its start, or of what `npm run bench -- NAME` names. `--quick` repeats less, `--json FILE`
// writes the same figures.
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { onOwnDesktop } from './desktop.mjs';
import { root, run, Stop } from './project.mjs';
import { tool } from './running.mjs';
import { setUp } from './setup.mjs';

const suffix = '.bench.ts';
const folder = join(root, 'bench');

await run(async () => {
  const { name, quick, json } = asked();
  if (process.platform !== 'linux') throw new Stop('Benchmarks read /proc: they run on Linux.');
  await setUp('virtual');
  const { ensureBuilt } = await import('./building.mjs');
  await ensureBuilt();
  const found = join(root, 'out', 'bench', `${name}.json`);
  rmSync(found, { force: true });
  const config = ['--config=bench/bench.config.ts', `--project=${quick ? 'quick' : 'full'}`];
  const code = await onOwnDesktop(process.execPath, [
    tool('playwright'),
    'test',
    ...config,
    `/${name}${suffix.replaceAll('.', '\\.')}$`,
  ]);
  if (json !== undefined && existsSync(found)) copyFileSync(found, json);
  return code;
});

function asked() {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length));
  const options = /** @type {const} */ ({ quick: { type: 'boolean' }, json: { type: 'string' } });
  let parsed;
  try {
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [name = 'start'] = positionals;
  if (positionals.length > 1 || !names.includes(name)) {
    throw new Stop(`Which benchmark? There are ${names.join(', ')}: npm run bench -- ${names[0]}`);
  }
  // npm changes to the checkout's folder; a relative path is meant from where the person is.
  const from = process.env.INIT_CWD ?? process.cwd();
  const json = values.json === undefined ? undefined : resolve(from, values.json);
  return { name, quick: values.quick === true, json };
}
