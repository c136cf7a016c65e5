/** The benchmark's figures as rows, with what they are to reach. */
import { type BlankRun, type EmptyRun, type FullRun, type PaceName, paces } from './messages';
import { median, percentWithin, quantile } from './statistics';
import type { Row } from './table';

export interface Size {
  readonly messages: number;
  /** Milliseconds. */
  readonly firstReading: number;
  readonly storeBytes: number;
  /** A full run and an empty one in turn. */
  readonly pairs: readonly { readonly full: FullRun; readonly empty: EmptyRun }[];
}

const smoothMs = 32;
const blankWindow = 'blank window';

export function rowsOf(sizes: readonly Size[], blanks: readonly BlankRun[]): readonly Row[] {
  const fulls = sizes.map(({ pairs }) => pairs.map(({ full }) => full));
  const empties = sizes.flatMap(({ pairs }) => pairs.map(({ empty }) => empty));
  /** Of all that the runs of a size measured. */
  const each = (
    figure: (values: readonly number[]) => number,
    pick: (run: FullRun) => readonly number[],
  ) => fulls.map((runs) => figureOf(figure, runs.flatMap(pick)));
  const change = { to: blankWindow, value: median(blanks.flatMap(({ changes }) => changes)) };
  const written = (kind: 'toDisk' | 'handedOver') => (run: FullRun) =>
    run.marks.map((mark) => mark.written[kind] / 1_000);

  const memoryRow = (
    part: 'all' | 'own',
    when: 'atRest' | 'inUse',
    { id, title }: Pick<Row, 'id' | 'title'>,
  ): Row => ({
    id,
    title,
    unit: 'MB',
    digits: 1,
    values: sizes.map(({ pairs }) =>
      median(pairs.map(({ full, empty }) => full.memory[when][part] - empty.memory[when][part])),
    ),
    target: part === 'all' ? { kind: 'below', value: 60 } : undefined,
    compared: {
      to: blankWindow,
      value: median(blanks.map(({ memory }) => memory[part])),
      ours: median((fulls.at(-1) ?? []).map(({ memory }) => memory[when][part])),
    },
  });

  const framesRow = (pace: PaceName): Row => {
    const ours = (fulls.at(-1) ?? []).flatMap(({ frames }) => frames[pace]);
    return {
      id: `frames-${pace}`,
      title: `frames within ${smoothMs} ms, scrolling ${paces[pace].pixelsPerSecond} px/s`,
      unit: '%',
      digits: 1,
      values: each(
        (frames) => percentWithin(frames, smoothMs),
        ({ frames }) => frames[pace],
      ),
      target: { kind: 'at-least', value: 95 },
      compared: {
        to: '95th of 100 frames, plain rows, ms',
        value: quantile(
          blanks.flatMap(({ frames }) => frames[pace]),
          0.95,
        ),
        ours: quantile(ours, 0.95),
      },
    };
  };

  return [
    {
      id: 'list-open',
      title: 'list open',
      unit: 'ms',
      digits: 0,
      values: each(median, ({ openings }) => openings),
      target: { kind: 'below', value: 150 },
      compared: { to: 'empty inbox', value: median(empties.flatMap(({ openings }) => openings)) },
    },
    {
      id: 'list-open-worst',
      title: 'list open, worst',
      unit: 'ms',
      digits: 0,
      values: each(
        (values) => Math.max(...values),
        ({ openings }) => openings,
      ),
    },
    {
      id: 'paint-to-rows',
      title: 'at the start, from first paint to rows',
      unit: 'ms',
      digits: 0,
      values: each(median, ({ paintToRows }) => [paintToRows]),
    },
    framesRow('reading'),
    framesRow('racing'),
    {
      id: 'longest-frame',
      title: 'longest frame of both',
      unit: 'ms',
      digits: 0,
      values: each(
        (values) => Math.max(...values),
        ({ frames }) => [...frames.reading, ...frames.racing],
      ),
    },
    {
      id: 'leap',
      title: 'text after a leap to anywhere',
      unit: 'ms',
      digits: 0,
      values: each(median, (run) => run.leaps),
      compared: change,
    },
    {
      id: 'first-search',
      title: 'first search, with its index',
      unit: 'ms',
      digits: 0,
      values: each(median, ({ firstSearch }) => [firstSearch]),
      target: { kind: 'below', value: 1_000 },
    },
    {
      id: 'search-key',
      title: 'search, per key',
      unit: 'ms',
      digits: 0,
      values: each(median, ({ keys }) => keys),
      target: { kind: 'below', value: 50 },
      compared: change,
    },
    {
      id: 'search-key-95',
      title: 'search, 95th of 100 keys',
      unit: 'ms',
      digits: 0,
      values: each(
        (values) => quantile(values, 0.95),
        ({ keys }) => keys,
      ),
    },
    {
      id: 'search-answer',
      title: "of which the main process's answer",
      unit: 'ms',
      digits: 1,
      values: each(median, ({ searchAnswers }) => searchAnswers),
    },
    memoryRow('all', 'atRest', {
      id: 'memory-at-rest',
      title: 'memory above an empty inbox, after the start',
    }),
    memoryRow('own', 'atRest', {
      id: 'own-memory-at-rest',
      title: 'of which not out of files',
    }),
    memoryRow('all', 'inUse', {
      id: 'memory-in-use',
      title: 'memory above an empty inbox, after all of this',
    }),
    memoryRow('own', 'inUse', {
      id: 'own-memory-in-use',
      title: 'of which not out of files',
    }),
    {
      id: 'mark',
      title: 'one marked, until shown',
      unit: 'ms',
      digits: 0,
      values: each(median, ({ marks }) => marks.map(({ shown }) => shown)),
      compared: change,
    },
    {
      id: 'mark-written',
      title: 'written to disk for it',
      unit: 'kB',
      digits: 0,
      values: each(median, written('toDisk')),
      target: { kind: 'growth', value: 2 },
    },
    {
      id: 'mark-handed-over',
      title: 'given to write() for it',
      unit: 'kB',
      digits: 0,
      values: each(median, written('handedOver')),
      target: { kind: 'growth', value: 2 },
    },
    {
      id: 'store',
      title: 'store on disk',
      unit: 'MB',
      digits: 1,
      values: sizes.map(({ storeBytes }) => storeBytes / 1e6),
    },
    {
      id: 'first-reading',
      title: 'first reading of the whole feed',
      unit: 's',
      digits: 1,
      values: sizes.map(({ firstReading }) => firstReading / 1_000),
    },
  ];
}

/** Null of nothing measured. */
const figureOf = (
  figure: (values: readonly number[]) => number,
  values: readonly number[],
): number | null => (values.length === 0 ? null : figure(values));
