/** One start of the app with an inbox of some size, from its window's first paint to its end. */
import { expect, type Page } from '@playwright/test';
import { type Installation, startBlank } from './installation';
import { type Marked, marksOn } from './marking';
import { type Memory, settledMemoryOf } from './processes';
import { firstSearchOn, keysOn, searchAnswersOn } from './searching';
import { times } from './times';

/** Slowly as one reads, and as fast as nobody can read. */
export const paces = {
  reading: { pixelsPerSecond: 2_400, seconds: 4 },
  racing: { pixelsPerSecond: 30_000, seconds: 4 },
} as const;
export type PaceName = keyof typeof paces;

const openings = 7;
const leaps = 9;

/** Times are milliseconds. */
export interface FullRun {
  readonly paintToRows: number;
  readonly memory: { readonly atRest: Memory; readonly inUse: Memory };
  readonly openings: readonly number[];
  readonly firstSearch: number;
  /** Of the letters that changed what was found. */
  readonly keys: readonly number[];
  readonly searchAnswers: readonly number[];
  readonly frames: Readonly<Record<PaceName, readonly number[]>>;
  readonly leaps: readonly number[];
  readonly marks: readonly Marked[];
}

/** Signs in for the first time; gives how long the reading of all her messages took. */
export async function firstReading(installation: Installation, size: number): Promise<number> {
  const running = await installation.start();
  const [ms] = await Promise.all([
    running.window.evaluate(() => window.probe.readWhole()),
    installation.signIn(running),
  ]);
  const total = await running.window.evaluate(async () => {
    const answer = await window.staffroom.call('snapshots');
    return answer.ok ? answer.value.inbox.total : null;
  });
  expect(total).toBe(size);
  await running.close();
  return ms;
}

/** From what is on the disk, as on every day after the first. */
export async function fullRun(installation: Installation): Promise<FullRun> {
  const running = await installation.start();
  const page = running.window;
  const paintToRows = await page.evaluate(() => window.probe.firstRows());
  const atRest = await settledMemoryOf(running.pid);
  const opened = await times(openings, () => page.evaluate(() => window.probe.openList()));
  const firstSearch = await firstSearchOn(page);
  const keys = await keysOn(page);
  const searchAnswers = await searchAnswersOn(page);
  const frames = {
    reading: await framesOf(page, 'reading'),
    racing: await framesOf(page, 'racing'),
  };
  const leapt = await times(leaps, (index) =>
    // Back and forth, so that no leap lands beside the one before.
    page.evaluate((to) => window.probe.leap(to), (index * 0.37 + 0.2) % 1),
  );
  const marked = await marksOn(running);
  const inUse = await settledMemoryOf(running.pid);
  await running.close();
  return {
    paintToRows,
    memory: { atRest, inUse },
    openings: opened,
    firstSearch,
    keys,
    searchAnswers,
    frames,
    leaps: leapt,
    marks: marked,
  };
}

export interface EmptyRun {
  readonly memory: FullRun['memory'];
  readonly openings: readonly number[];
}

/** The same for an inbox without messages, as far as there is something to be done in it. */
export async function emptyRun(installation: Installation): Promise<EmptyRun> {
  const running = await installation.start();
  const page = running.window;
  await expect(page.getByRole('link', { name: '消息' })).toBeVisible();
  const atRest = await settledMemoryOf(running.pid);
  const opened = await times(openings, () => page.evaluate(() => window.probe.openEmptyList()));
  await keysOn(page);
  const inUse = await settledMemoryOf(running.pid);
  await running.close();
  return { memory: { atRest, inUse }, openings: opened };
}

export interface BlankRun {
  readonly memory: Memory;
  /** From a click to a painted word. */
  readonly changes: readonly number[];
  readonly frames: FullRun['frames'];
}

export async function blankRun(folder: string): Promise<BlankRun> {
  const running = await startBlank(folder);
  const page = running.window;
  const memory = await settledMemoryOf(running.pid);
  const changes = await times(openings, () => page.evaluate(() => window.probe.changeWord()));
  await page.evaluate(() => window.probe.fillWithPlainRows(1_000));
  const frames = {
    reading: await framesOf(page, 'reading'),
    racing: await framesOf(page, 'racing'),
  };
  await running.close();
  return { memory, changes, frames };
}

async function framesOf(page: Page, pace: PaceName): Promise<readonly number[]> {
  return page.evaluate((given) => window.probe.scroll(given), paces[pace]);
}
