/** One start of the app with an inbox of some size, from its window's first paint to its end. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import type { Installation, Running } from './installation';
import { startBlank } from './installation';
import { type Memory, settledMemoryOf, type Written, writtenBy } from './processes';
import { median } from './statistics';

/** Slowly as one reads, and as fast as nobody can read. */
export const paces = {
  reading: { pixelsPerSecond: 2_400, seconds: 4 },
  racing: { pixelsPerSecond: 30_000, seconds: 4 },
} as const;
export type PaceName = keyof typeof paces;

const openings = 7;
const leaps = 9;
const marks = 5;
/** Each letter of them is a search: of senders, titles, and words out of texts. */
const searches = [
  '家长',
  '王建',
  '体检',
  '质量',
  '流感',
  '值班',
  '借阅',
  '食谱',
  '升旗',
  '五年级3班',
];
/** The first search loads an index; its rows are there long before this. */
const firstSearchMs = 3_000;
const searchMs = 400;
/** In it a mark goes to the platform, and what comes back is written. */
const afterMarkMs = 1_500;

export interface FullRun {
  readonly startToRows: number;
  readonly paintToRows: number;
  readonly memory: { readonly atRest: Memory; readonly inUse: Memory };
  readonly openings: readonly number[];
  readonly firstSearch: number;
  /** Of the letters that changed what was found. */
  readonly keys: readonly number[];
  readonly searchAnswers: readonly number[];
  readonly frames: Readonly<Record<PaceName, readonly number[]>>;
  readonly leaps: readonly number[];
  readonly marks: readonly { readonly shown: number; readonly written: Written }[];
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
  const first = await page.evaluate(() => window.probe.firstRows());
  const atRest = await settledMemoryOf(running.pid);
  const opened = await times(openings, () => page.evaluate(() => window.probe.openList()));
  const firstSearch = await keyOn(page, searches[0]?.charAt(0) ?? '', firstSearchMs);
  const keys = await keysOn(page);
  const searchAnswers = await times(prefixes.length, (index) =>
    page.evaluate((text) => window.probe.askSearch(text), prefixes[index] ?? ''),
  );
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
    startToRows: first.at - running.startedAt,
    paintToRows: first.sincePaint,
    memory: { atRest, inUse },
    openings: opened,
    firstSearch: firstSearch ?? Number.NaN,
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

const prefixes = searches.flatMap((word) =>
  [...word].map((_, index, letters) => letters.slice(0, index + 1).join('')),
);

const keyOn = (page: Page, text: string, patienceMs: number) =>
  page.evaluate(([given, most]) => window.probe.search(given, most), [text, patienceMs] as const);

async function keysOn(page: Page): Promise<readonly number[]> {
  const keys: (number | null)[] = [];
  for (const prefix of prefixes) {
    // Each word begins with an empty field, which is no key of it.
    if (prefix.length === 1) await keyOn(page, '', searchMs);
    keys.push(await keyOn(page, prefix, searchMs));
  }
  await keyOn(page, '', searchMs);
  return keys.filter((key) => key !== null);
}

async function framesOf(page: Page, pace: PaceName): Promise<readonly number[]> {
  return page.evaluate((given) => window.probe.scroll(given), paces[pace]);
}

async function marksOn({ window: page, pid }: Running): Promise<FullRun['marks']> {
  await page.locator('[data-id]').first().click();
  await expect(page.locator('article.message')).toBeVisible();
  // An unread one becomes read by being open; only then is it still.
  await pause(2 * afterMarkMs);
  const writtenWhile = async (act: () => Promise<number>) => {
    const before = await writtenBy(pid);
    const shown = await act();
    await pause(afterMarkMs);
    const after = await writtenBy(pid);
    const written = {
      toDisk: after.toDisk - before.toDisk,
      handedOver: after.handedOver - before.handedOver,
    };
    return { shown, written };
  };
  const idle = await times(3, () => writtenWhile(async () => 0));
  const idleToDisk = median(idle.map(({ written }) => written.toDisk));
  const idleHandedOver = median(idle.map(({ written }) => written.handedOver));
  const marked = await times(marks, () =>
    writtenWhile(() => page.evaluate(() => window.probe.mark())),
  );
  return marked.map(({ shown, written }) => ({
    shown,
    written: {
      toDisk: written.toDisk - idleToDisk,
      handedOver: written.handedOver - idleHandedOver,
    },
  }));
}

async function times<Value>(
  count: number,
  measure: (index: number) => Promise<Value>,
): Promise<readonly Value[]> {
  const values: Value[] = [];
  for (let index = 0; index < count; index += 1) values.push(await measure(index));
  return values;
}
