/** `npm run simulate`: a region's mornings, as a table here and a plot each in out/simulation/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runFleet } from './fleet';
import { plot } from './plot';
import { scenarios } from './scenarios';
import { table } from './table';

const desktops = 100_000;
const seed = 8;
const folder = join(process.cwd(), 'out', 'simulation');

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const scenario of scenarios) {
    const startedAt = performance.now();
    const run = await runFleet(scenario, { desktops, seed });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    const file = join(folder, `${scenario.id}.svg`);
    writeFileSync(file, plot(run));
    console.log(`${table(run)}\n${file} (simulated in ${seconds} s)\n`);
  }
}

void main();
