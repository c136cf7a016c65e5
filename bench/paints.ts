/** When a page was painted, as the browser has kept it (Paint Timing, Element Timing). */
import type { Page } from '@playwright/test';

/** Milliseconds since 1970. */
export interface Paints {
  readonly first: number;
  /** Her name in the rail; null where it has not been painted. */
  readonly profile: number | null;
  /** The first title in the list. */
  readonly message: number | null;
}

export async function paintsOf(page: Page): Promise<Paints> {
  const { first, profile, message } = await page.evaluate(readInPage);
  if (first === null) throw new Error('nothing has been painted');
  return { first, profile, message };
}

/** Runs in the page: it can use nothing from outside itself. */
async function readInPage() {
  const answerMs = 1_000;
  const elements = await new Promise<readonly PerformanceEntry[]>((resolve) => {
    const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
    observer.observe({ type: 'element', buffered: true });
    // Where nothing of the kind has been painted, the observer says nothing.
    setTimeout(resolve, answerMs, []);
  });
  const at = (entry: PerformanceEntry | undefined) =>
    entry === undefined ? null : performance.timeOrigin + entry.startTime;
  const earliest = (name: string) =>
    elements
      .filter((entry) => 'identifier' in entry && entry.identifier === name)
      .reduce<PerformanceEntry | undefined>(
        (before, entry) =>
          before !== undefined && before.startTime <= entry.startTime ? before : entry,
        undefined,
      );
  return {
    first: at(performance.getEntriesByName('first-contentful-paint')[0]),
    profile: at(earliest('profile')),
    message: at(earliest('message')),
  };
}
