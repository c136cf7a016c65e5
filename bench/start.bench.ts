/** How fast the app starts, and what it takes, beside a blank Electron window. */
import { classTeacher, newcomer } from '../e2e/pages';
import { startGateway } from '../gateway';
import { bench } from './bench';
import { bundleSizes } from './bytes';
import { firstSecondsOf } from './firstSeconds';
import { idleMinuteOf } from './idle';
import { install, plainBlank } from './installation';
import { inTurn } from './inTurn';
import { firstReading } from './messages';
import { packageBytes } from './packageSize';
import type { PlainApp } from './plainStart';
import { publishTable } from './publish';
import {
  figuresOf,
  type IdlePair,
  publishedFigures,
  type Round,
  type Samples,
} from './startFigures';
import { isTargetReached, rendererTarget, startRowsOf, startTableOf } from './startTable';
import { times } from './times';
import { paintedMs, usableMs } from './usable';
import { plainWords } from './words';

const messages = 5_000;
const heartbeatSeconds = 120;

const plans = {
  // In the first minute of being hidden the page's heap is put in order, once.
  full: { pairs: 15, warmUps: 2, idlePairs: 3, idle: { settleMs: 90_000, stretchMs: 150_000 } },
  quick: { pairs: 3, warmUps: 1, idlePairs: 1, idle: { settleMs: 15_000, stretchMs: 60_000 } },
} as const;

/** What is started in turn. */
type Apps = Readonly<Record<keyof Round, PlainApp>>;

bench('start', async ({ folder, thoroughness }) => {
  const plan = plans[thoroughness];
  const { step } = bench;
  const bundles = await bundleSizes();
  const packed = await step('the app is packed', packageBytes);

  const gateway = await startGateway({ heartbeatSeconds, inboxes: { xiabing: messages } });
  const full = await install(folder, 'full', { gateway, person: classTeacher(gateway) });
  const empty = await install(folder, 'empty', { gateway, person: newcomer(gateway) });
  try {
    await step('both people sign in, and all is read', async () => {
      await firstReading(empty, 0);
      await firstReading(full, messages);
    });
    const words = await step('the page is copied', () => plainWords(folder, empty.plain));
    const apps = { blank: plainBlank(folder), words, empty: empty.plain, full: full.plain };
    await step('what is kept is shown without the platform', async () => {
      await gateway.down();
      for (const app of [apps.empty, apps.full]) await mustShowProfile(app);
      await gateway.up();
    });
    await step('starts that are not counted', () =>
      times(plan.warmUps, (index) => roundOf(apps, index)),
    );
    const rounds = await times(plan.pairs, (index) =>
      step(`start ${index + 1} of ${plan.pairs}`, () => roundOf(apps, index)),
    );
    const usable = await times(plan.pairs, (index) =>
      step(`use ${index + 1} of ${plan.pairs}`, () =>
        inTurn(index, {
          blank: () => paintedMs(apps.blank),
          ours: () => usableMs(apps.full),
        }),
      ),
    );
    const idle = await times(plan.idlePairs, (index) =>
      step(`idle stretch ${index + 1} of ${plan.idlePairs}`, () => idlePair(apps)),
    );
    await publishStarts({ rounds, usable, idle, bundles, package: packed });
  } finally {
    await empty.remove();
    await full.remove();
    await gateway.close();
  }

  function roundOf(apps: Apps, index: number): Promise<Round> {
    return inTurn(index, {
      blank: () => firstSecondsOf(apps.blank),
      words: () => firstSecondsOf(apps.words),
      empty: () => firstSecondsOf(apps.empty),
      full: () => firstSecondsOf(apps.full),
    });
  }

  async function idlePair(apps: Apps): Promise<IdlePair> {
    let heartbeats = 0;
    const [blank = Number.NaN, ours = Number.NaN] = await idleMinuteOf(
      [apps.blank, apps.full],
      plan.idle,
      async (stretch) => {
        const sent = () => gateway.journal.filter(({ call }) => call === 'heartbeat').length;
        const before = sent();
        await stretch();
        heartbeats = sent() - before;
      },
    );
    return { blank, ours, heartbeats };
  }

  async function mustShowProfile(app: PlainApp): Promise<void> {
    const { profileMs } = await firstSecondsOf(app);
    if (profileMs === null) throw new Error('the kept profile was not shown');
  }

  async function publishStarts(samples: Samples): Promise<void> {
    const { electronRuntime } = await import('../scripts/runtime.mjs');
    const { version } = await electronRuntime();
    const figures = figuresOf(samples);
    const rows = startRowsOf(figures, samples);
    const disturbed = samples.rounds.filter((round) =>
      Object.values(round).some(({ strangers }) => strangers > 0),
    ).length;
    const notes = [
      `${plan.pairs} rounds, medians; what is compared are medians over the pairs.`,
      `Idle: ${plan.idlePairs} × ${plan.idle.stretchMs / 1_000} s side by side, ${plan.idle.settleMs / 1_000} s after the window was hidden, with ${samples.idle.map(({ heartbeats }) => heartbeats).join(', ')} heartbeats in them. 60 KB are ${rendererTarget} bytes.`,
      ...(disturbed > 0
        ? [`Another Electron ran in ${disturbed} rounds: their figures of memory say nothing.`]
        : []),
    ];
    publishTable('start', {
      table: [startTableOf(rows), ...notes].join('\n\n'),
      content: {
        ...publishedFigures(figures, samples),
        rows: rows.map((row) => ({ ...row, reached: isTargetReached(row) })),
        medians: figures,
        samples,
        notes,
      },
      electron: version,
    });
  }
});
