/** What it takes to mark one message. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { Running } from './installation';
import { type Written, writtenBy } from './processes';
import { median } from './statistics';
import { times } from './times';

const marks = 5;
/** In it a mark goes to the platform, and what comes back is written. */
const afterMarkMs = 1_500;

export interface Marked {
  /** Milliseconds until the opened message showed it. */
  readonly shown: number;
  /** By the main process, beyond what it writes in the same time when nothing is done. */
  readonly written: Written;
}

/** Marks the newest message unread, read, and so on. */
export async function marksOn({ window: page, pid }: Running): Promise<readonly Marked[]> {
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
