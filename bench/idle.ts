/** An app that is left alone with its window hidden. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { appRoot } from '../e2e/runningApp';
import { type PlainApp, type PlainStart, startPlainly } from './plainStart';
import { watchProcessorTime } from './processorTime';

export interface IdlePlan {
  /** From the hiding until the app has settled. */
  readonly settleMs: number;
  readonly stretchMs: number;
}

const shownMs = 10_000;

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
    for (const app of apps) starts.push(await startPlainly(hidable(app)));
    for (const start of starts) await start.until(shownMs);
    for (const start of starts) await hide(start);
    await pause(settleMs);
    const taken: number[] = [];
    await around(async () => {
      const measuring = starts.map((start) => takenIn(start.pid, stretchMs));
      taken.push(...(await Promise.all(measuring)));
    });
    for (const start of starts) await mustHaveBeenHidden(start);
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

const hidesOnSignal = join(appRoot, 'bench', 'hidesOnSignal.cjs');

const hidable = (app: PlainApp): PlainApp => ({
  ...app,
  env: { ...app.env, NODE_OPTIONS: `--require=${hidesOnSignal}` },
});

async function hide(start: PlainStart): Promise<void> {
  await start.inPage((page) => page.evaluate(noteHiding));
  process.kill(start.pid, 'SIGUSR2');
}

/** Runs in the page, which to Playwright looks as if it were shown as long as that is connected. */
function noteHiding(): void {
  document.addEventListener('visibilitychange', () => performance.mark(document.visibilityState));
}

async function mustHaveBeenHidden(start: PlainStart): Promise<void> {
  const marks = await start.inPage((page) =>
    page.evaluate(() => performance.getEntriesByType('mark').map(({ name }) => name)),
  );
  if (!marks.includes('hidden')) throw new Error('the window was not hidden');
}
