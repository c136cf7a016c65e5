import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { appRoot } from '../e2e/runningApp';
import { type Findings, isReached, ratioOf, tableOf } from './table';

/** Prints the table and writes the JSON to `out/bench/NAME.json`. */
export function publish(name: string, findings: Findings): void {
  const machine = {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    architecture: arch(),
    memoryGigabytes: Math.round(totalmem() / 1e9),
    electron: findings.electron,
  };
  const { processor, cores, memoryGigabytes, electron } = machine;
  console.log(`\n${cores} cores, ${processor}, ${memoryGigabytes} GB, Electron ${electron}\n`);
  console.log(tableOf(findings));
  const rows = findings.rows.map((row) => ({
    ...row,
    ratio: ratioOf(row),
    reached: row.target === undefined ? null : isReached(row.values, row.target),
  }));
  const folder = join(appRoot, 'out', 'bench');
  mkdirSync(folder, { recursive: true });
  const content = { bench: name, machine, columns: findings.columns, rows, notes: findings.notes };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`);
}
