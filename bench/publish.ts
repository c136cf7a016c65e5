import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { appRoot } from '../e2e/runningApp';
import { type Findings, isReached, ratioOf, tableOf } from './table';

/** Prints the table and writes the JSON to `out/bench/NAME.json`. */
export function publish(name: string, findings: Findings): void {
  const rows = findings.rows.map((row) => ({
    ...row,
    ratio: ratioOf(row),
    reached: row.target === undefined ? null : isReached(row.values, row.target),
  }));
  const { columns, notes, electron } = findings;
  publishTable(name, { table: tableOf(findings), content: { columns, rows, notes }, electron });
}

export interface Printed {
  readonly table: string;
  /** Of the JSON, beside the benchmark's name and the machine. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly electron: string;
}

/** The same for a table of another shape. */
export function publishTable(name: string, { table, content, electron }: Printed): void {
  const machine = {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    architecture: arch(),
    memoryGigabytes: Math.round(totalmem() / 1e9),
    electron,
  };
  const { processor, cores, memoryGigabytes } = machine;
  console.log(`\n${cores} cores, ${processor}, ${memoryGigabytes} GB, Electron ${electron}\n`);
  console.log(table);
  const folder = join(appRoot, 'out', 'bench');
  mkdirSync(folder, { recursive: true });
  const whole = { bench: name, machine, ...content };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(whole, null, 2)}\n`);
}
