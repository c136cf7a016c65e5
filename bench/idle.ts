/** An app that is left alone with its window hidden. */
import { setTimeout as pause } from 'node:timers/promises';
import { type PlainApp, type PlainStart, startPlainly } from './plainStart';
import { watchProcessorTime } from './processorTime';

export interface IdlePlan {
  /** From the hiding until the app has settled. */
  readonly settleMs: number;
  readonly stretchMs: number;
}

const shownMs = 10_000;
const hideMs = 10_000;

/**
 * Milliseconds on a processor that each of the apps takes in a minute. They run side by side, so that
 * what else goes on in the machine is in the figures of all; `around` is what else is to be known of
 * the measured stretch alone.
 */
export async function idleMinuteOf(
  apps: readonly PlainApp[],
  { settleMs, stretchMs }: IdlePlan,
  around: (stretch: () => Promise<void>) => Promise<void>,
): Promise<readonly number[]> {
  const starts: PlainStart[] = [];
  try {
    for (const app of apps) starts.push(await startPlainly(app));
    for (const start of starts) await start.until(shownMs);
    for (const start of starts) await hide(start);
    await pause(settleMs);
    const taken: number[] = [];
    await around(async () => {
      const measuring = starts.map((start) => takenIn(start.pid, stretchMs));
      taken.push(...(await Promise.all(measuring)));
    });
    return taken.map((ms) => (ms / stretchMs) * 60_000);
  } finally {
    await Promise.all(starts.map((start) => start.end()));
  }
}

async function takenIn(pid: number, stretchMs: number): Promise<number> {
  const meter = watchProcessorTime(pid);
  const before = await meter.read();
  await pause(stretchMs);
  const after = await meter.read();
  await meter.stop();
  return after - before;
}

/** As a person closes the window: both apps go on without it. */
const hide = (start: PlainStart): Promise<void> =>
  start.inPage(async (page) => {
    await page.evaluate(() => window.close());
    // A hidden page has no frames, which is what is asked in otherwise.
    await page.waitForFunction(() => document.visibilityState === 'hidden', null, {
      polling: 100,
      timeout: hideMs,
    });
  });
