/** What was measured of starts, as the figures that are compared and published. */
import type { BundleSizes } from './bytes';
import type { FirstSeconds } from './firstSeconds';
import type { PackageBytes } from './packageSize';
import { median, pairedDifference, pairedRatio } from './statistics';

/** One start of each, in turn. */
export interface Round {
  readonly blank: FirstSeconds;
  /** What `empty` shows, without what does it (words). */
  readonly words: FirstSeconds;
  /** With an inbox without messages. */
  readonly empty: FirstSeconds;
  /** With an inbox of 5 000. */
  readonly full: FirstSeconds;
}

export interface UsablePair {
  /** Milliseconds from the launch to the first contentful paint. */
  readonly blank: number;
  readonly ours: number;
}

/** Milliseconds on a processor in a minute. */
export interface IdlePair {
  readonly blank: number;
  readonly ours: number;
  /** That our app sent in the measured stretch. */
  readonly heartbeats: number;
}

export interface Samples {
  readonly rounds: readonly Round[];
  readonly usable: readonly UsablePair[];
  readonly idle: readonly IdlePair[];
  readonly bundles: BundleSizes;
  readonly package: PackageBytes;
}

export interface Compared {
  readonly blank: number;
  readonly ours: number;
  /** The median over the pairs, not of the two medians. */
  readonly ratio: number;
}

type Starts = 'empty' | 'full';

/** Times are milliseconds, memory megabytes (10⁶). */
export interface StartFigures {
  readonly firstPaint: Readonly<Record<Starts, Compared>>;
  /** Beside the blank window's first paint. */
  readonly profile: Readonly<Record<Starts, Compared>>;
  readonly message: Compared;
  readonly usable: Compared;
  readonly memory: Readonly<Record<Starts | 'words', Compared>>;
  readonly processor: Readonly<Record<Starts, Compared>>;
  readonly idle: Omit<Compared, 'ratio'> & { readonly above: number };
}

export function figuresOf({ rounds, usable, idle }: Samples): StartFigures {
  const blanks = (pick: Pick) => rounds.map(({ blank }) => pick(blank) ?? Number.NaN);
  const compared = (which: Starts | 'words', pick: Pick, besides: Pick = pick) =>
    pairsOf(
      rounds.map((round) => pick(round[which]) ?? Number.NaN),
      blanks(besides),
    );
  const both = (pick: Pick, besides: Pick = pick) => ({
    empty: compared('empty', pick, besides),
    full: compared('full', pick, besides),
  });
  const firstPaint: Pick = ({ firstPaintMs }) => firstPaintMs;
  const memory: Pick = ({ memory }) => memory.all;
  const [ourIdle, blankIdle] = [idle.map(({ ours }) => ours), idle.map(({ blank }) => blank)];
  return {
    firstPaint: both(firstPaint),
    profile: both(({ profileMs }) => profileMs, firstPaint),
    message: compared('full', ({ messageMs }) => messageMs, firstPaint),
    usable: pairsOf(
      usable.map(({ ours }) => ours),
      usable.map(({ blank }) => blank),
    ),
    memory: { ...both(memory), words: compared('words', memory) },
    processor: both(({ processorMs }) => processorMs),
    idle: {
      blank: median(blankIdle),
      ours: median(ourIdle),
      above: pairedDifference(ourIdle, blankIdle),
    },
  };
}

/** Null where it was not seen. */
type Pick = (seconds: FirstSeconds) => number | null;

const pairsOf = (ours: readonly number[], blank: readonly number[]): Compared => ({
  blank: median(blank),
  ours: median(ours),
  ratio: pairedRatio(ours, blank),
});

/** Under the names that others compare by. */
export function publishedFigures(figures: StartFigures, { bundles, package: packed }: Samples) {
  return {
    fcpRatio: figures.firstPaint.empty.ratio,
    profileRatio: figures.profile.empty.ratio,
    usableRatio: figures.usable.ratio,
    pssRatio: figures.memory.empty.ratio,
    pssRatioWith5000Messages: figures.memory.full.ratio,
    pssRatioOfWordsAlone: figures.memory.words.ratio,
    cpu10sRatio: figures.processor.empty.ratio,
    idleCpuMsPerMinuteAboveBlank: figures.idle.above,
    rendererGzipBytes: bundles.rendererStart.gzip,
    mainGzipBytes: bundles.main.gzip,
    packageBytes: packed.whole,
    ownPackageBytes: packed.own,
  };
}
