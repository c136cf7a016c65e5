import { expect, test } from 'vitest';
import type { FirstSeconds } from './firstSeconds';
import { figuresOf, publishedFigures, type Samples } from './startFigures';

const seconds = (firstPaintMs: number, more: Partial<FirstSeconds> = {}): FirstSeconds => ({
  firstPaintMs,
  profileMs: null,
  messageMs: null,
  processorMs: 1_000,
  memory: { all: 100, own: 60 },
  strangers: 0,
  ...more,
});

const bytes = { raw: 300, gzip: 100 };

const samples: Samples = {
  // The machine was slow in the second round, for both.
  rounds: [400, 4_000, 500].map((blankMs) => ({
    blank: seconds(blankMs),
    words: seconds(blankMs, { memory: { all: 104, own: 61 } }),
    empty: seconds(blankMs * 1.1, { profileMs: blankMs * 1.25, memory: { all: 107, own: 62 } }),
    full: seconds(blankMs * 1.2, {
      profileMs: blankMs * 1.5,
      messageMs: blankMs * 2,
      processorMs: 1_500,
    }),
  })),
  usable: [{ blank: 500, ours: 1_000 }],
  idle: [{ blank: 40, ours: 65, heartbeats: 1 }],
  bundles: {
    rendererStart: { raw: 200, gzip: 70 },
    renderer: bytes,
    preload: bytes,
    main: bytes,
    mainStart: bytes,
  },
  package: { whole: 250e6, own: 3e6 },
};

test('Starts are compared with the blank one of their own round', () => {
  const { firstPaint, profile, message, memory, processor, idle } = figuresOf(samples);
  expect(firstPaint.empty.ours).toBeCloseTo(550);
  expect(firstPaint.empty.blank).toBe(500);
  expect(firstPaint.empty.ratio).toBeCloseTo(1.1);
  expect(firstPaint.full.ratio).toBeCloseTo(1.2);
  // The blank window shows no profile: its first paint stands for it.
  expect(profile.empty).toMatchObject({ blank: 500, ratio: 1.25 });
  expect(message.ratio).toBeCloseTo(2);
  expect(memory.empty.ratio).toBeCloseTo(1.07);
  expect(memory.words.ratio).toBeCloseTo(1.04);
  expect(processor.full.ratio).toBeCloseTo(1.5);
  expect(idle).toEqual({ blank: 40, ours: 65, above: 25 });
});

test('What has not been painted in one of the starts is no figure', () => {
  const [round, ...others] = samples.rounds;
  if (round === undefined) throw new Error('no round');
  const unseen = { ...round, empty: seconds(400) };
  const { profile } = figuresOf({ ...samples, rounds: [unseen, ...others] });
  expect(profile.empty.ratio).toBeNaN();
});

test('The figures are published under their names, bytes as they are', () => {
  expect(publishedFigures(figuresOf(samples), samples)).toMatchObject({
    fcpRatio: expect.closeTo(1.1),
    profileRatio: expect.closeTo(1.25),
    usableRatio: 2,
    pssRatio: expect.closeTo(1.07),
    cpu10sRatio: 1,
    idleCpuMsPerMinuteAboveBlank: 25,
    rendererGzipBytes: 70,
    mainGzipBytes: 100,
    packageBytes: 250e6,
  });
});
