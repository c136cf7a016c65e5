/** What a benchmark found, as a table. */
import { gridOf } from './grid';

export interface Row {
  /** Its name among the JSON's. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly digits: number;
  /** One for each of the table's columns; null where it could not be measured. */
  readonly values: readonly (number | null)[];
  /** The same of something that does not depend on us. */
  readonly compared?: Compared | undefined;
  readonly target?: Target | undefined;
}

export interface Compared {
  readonly to: string;
  readonly value: number;
  /** What of ours stands against it; the last column's value where it is left out. */
  readonly ours?: number;
}

/** What the last column is to reach; `growth`: how many times the first column's it may be. */
export interface Target {
  readonly kind: 'below' | 'at-least' | 'growth';
  readonly value: number;
}

export interface Findings {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly electron: string;
  /** Under the table, one a line. */
  readonly notes: readonly string[];
}

export function tableOf({ columns, rows, notes }: Findings): string {
  const head = ['', ...columns, 'target', 'reached', 'compared', 'ratio'];
  const lines = rows.map((row) => [
    `${row.title}, ${row.unit}`,
    ...row.values.map((value) => figure(value, row.digits)),
    row.target === undefined ? '' : targetInWords(row.target),
    row.target === undefined ? '' : reachedInWords(row.values, row.target),
    row.compared === undefined
      ? ''
      : `${row.compared.to}: ${figure(row.compared.value, row.digits)}`,
    figureWith(ratioOf(row), ' ×'),
  ]);
  const table = gridOf([head, ...lines]);
  return [table, ...notes.map((note) => `\n${note}`)].join('\n');
}

/** Null where it cannot be said, for want of a measurement. */
export function isReached(values: readonly (number | null)[], target: Target): boolean | null {
  const first = values[0] ?? null;
  const last = values.at(-1) ?? null;
  if (last === null || first === null) return null;
  switch (target.kind) {
    case 'below':
      return last < target.value;
    case 'at-least':
      return last >= target.value;
    case 'growth':
      return last <= first * target.value;
  }
}

export function ratioOf({ values, compared }: Row): number | null {
  const ours = compared?.ours ?? values.at(-1) ?? null;
  return compared === undefined || ours === null ? null : ours / compared.value;
}

function targetInWords({ kind, value }: Target): string {
  switch (kind) {
    case 'below':
      return `< ${value}`;
    case 'at-least':
      return `≥ ${value}`;
    case 'growth':
      return `≤ ${value} × the first`;
  }
}

function reachedInWords(values: readonly (number | null)[], target: Target): string {
  switch (isReached(values, target)) {
    case true:
      return 'yes';
    case false:
      return 'NO';
    case null:
      return 'not measured';
  }
}

const figure = (value: number | null, digits: number): string =>
  value === null ? '–' : value.toFixed(digits);

const figureWith = (value: number | null, unit: string): string =>
  value === null ? '' : value.toFixed(2) + unit;
