/** The figures of starts as one table, with what they are to reach. */
import type { Bytes } from './bytes';
import { gridOf } from './grid';
import type { Compared, Samples, StartFigures } from './startFigures';

export interface StartRow {
  readonly title: string;
  readonly unit: string;
  readonly digits: number;
  readonly ours: number;
  readonly blank?: number;
  readonly against?: Against;
  /** At most, of what is compared, or of ours where nothing is. */
  readonly target?: number;
}

/** How ours stands beside the blank window. */
export interface Against {
  readonly kind: 'times' | 'above';
  readonly value: number;
}

export const rendererTarget = 60 * 1024;

export function startRowsOf(figures: StartFigures, samples: Samples): readonly StartRow[] {
  const { firstPaint, profile, message, usable, memory, processor, idle } = figures;
  const { bundles, package: packed } = samples;
  return [
    row('first contentful paint', 'ms', firstPaint.empty, 1.15),
    row('the same with 5 000 messages', 'ms', firstPaint.full),
    row('cached profile on screen', 'ms', profile.empty, 1.3),
    row('the same with 5 000 messages', 'ms', profile.full),
    row('list on screen, 5 000 messages', 'ms', message),
    row('usable, 5 000 messages (started by Playwright)', 'ms', usable),
    row('memory (PSS) at 10 s', 'MB', memory.empty, 1.08),
    row('the same with 5 000 messages', 'MB', memory.full),
    row('the same of the page as plain HTML', 'MB', memory.words),
    row('processor time in the first 10 s', 'ms', processor.empty),
    row('the same with 5 000 messages', 'ms', processor.full),
    {
      title: 'processor time per idle minute, hidden',
      unit: 'ms',
      digits: 1,
      ours: idle.ours,
      blank: idle.blank,
      against: { kind: 'above', value: idle.above },
      target: 40,
    },
    ...bytesRows('renderer at the start, one language', bundles.rendererStart, rendererTarget),
    ...bytesRows('renderer, all pages and languages', bundles.renderer),
    ...bytesRows('preload', bundles.preload),
    ...bytesRows('main', bundles.main),
    ...bytesRows('main before the window is made', bundles.mainStart),
    megabytes('package unpacked, own part', packed.own),
    megabytes('package unpacked, with Electron', packed.whole),
  ];
}

function row(title: string, unit: string, compared: Compared, target?: number): StartRow {
  const { ours, blank, ratio } = compared;
  const digits = unit === 'MB' ? 1 : 0;
  const against = { kind: 'times', value: ratio } as const;
  return { title, unit, digits, ours, blank, against, ...(target !== undefined && { target }) };
}

function bytesRows(title: string, { raw, gzip }: Bytes, target?: number): readonly StartRow[] {
  const bytes = { unit: 'bytes', digits: 0 } as const;
  return [
    { ...bytes, title, ours: raw },
    { ...bytes, title: `${title}, gzip`, ours: gzip, ...(target !== undefined && { target }) },
  ];
}

const megabytes = (title: string, bytes: number): StartRow => ({
  title,
  unit: 'MB',
  digits: 2,
  ours: bytes / 1e6,
});

export function startTableOf(rows: readonly StartRow[]): string {
  return gridOf([
    ['', 'ours', 'blank window', 'compared', 'target', 'reached'],
    ...rows.map((one) => [
      `${one.title}, ${one.unit}`,
      figure(one.ours, one.digits),
      one.blank === undefined ? '' : figure(one.blank, one.digits),
      one.against === undefined ? '' : inWords(one.against, one.against.value),
      one.target === undefined ? '' : `≤ ${inWords(one.against, one.target)}`,
      reachedInWords(one),
    ]),
  ]);
}

/** Null without a target. A figure that is missing reaches none. */
export function isTargetReached({ ours, against, target }: StartRow): boolean | null {
  return target === undefined ? null : (against?.value ?? ours) <= target;
}

function reachedInWords(row: StartRow): string {
  switch (isTargetReached(row)) {
    case true:
      return 'yes';
    case false:
      return 'NO';
    case null:
      return '';
  }
}

/** A value as the row compares. */
function inWords(against: Against | undefined, value: number): string {
  if (Number.isNaN(value)) return '–';
  switch (against?.kind) {
    case 'times':
      return `${value.toFixed(2)} ×`;
    case 'above':
      return `${value.toFixed(1)} above`;
    case undefined:
      return value.toFixed(0);
  }
}

const figure = (value: number, digits: number): string =>
  Number.isNaN(value) ? '–' : value.toFixed(digits);
