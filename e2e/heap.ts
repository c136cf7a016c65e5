/**
 * What the app's pages hold in memory, to be searched for secrets.
 *
 * A V8 heap snapshot lists every live string of a page as JSON. Not in it: garbage (taking it
 * collects that first), the bytes of array buffers, and texts joined with `+` as a whole; their
 * parts are, so that a secret is still found within `'Bearer ' + secret`.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { inMain } from './inMain';

/**
 * For the command line of an app whose heap will be searched: without it V8 cuts every string of a
 * snapshot off after 1024 characters.
 */
export const wholeStringsInSnapshots = '--js-flags=--heap-snapshot-string-limit=1000000000';

export interface HeapSnapshot {
  readonly kind: 'bytes';
  /** The page's address without its query. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** A heap snapshot of every renderer: windows, views and pages not ours; about 0.2 s each. */
export async function heapSnapshots(app: ElectronApplication): Promise<readonly HeapSnapshot[]> {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-heap-'));
  try {
    const pages = await inMain(
      app,
      ({ webContents }, template) =>
        Promise.all(
          webContents.getAllWebContents().map(async (contents) => {
            const file = template.replace('*', String(contents.id));
            await contents.takeHeapSnapshot(file);
            return { url: contents.getURL(), file };
          }),
        ),
      join(folder, '*.heapsnapshot'),
    );
    return await Promise.all(
      pages.map(async ({ url, file }) => ({
        kind: 'bytes' as const,
        name: `heap of ${url.split(/[?#]/)[0]}`,
        bytes: await readFile(file),
      })),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
