/** Runs a function in the app's main process. */
import type { ElectronApplication } from '@playwright/test';

const mostAttempts = 10;

/**
 * Like `app.evaluate`, but for one thing: V8's inspector holds the awaited result by a weak handle
 * until its microtask has run, so that a garbage collection at that moment loses it (Playwright
 * #33737; changed in V8 by chromium-review 8123081, after the Electron we run on). The function has
 * run by then, and is run again: it must be one that may be.
 */
export async function inMain<Value, Argument = undefined>(
  app: ElectronApplication,
  run: (electron: typeof import('electron'), argument: Argument) => Value | Promise<Value>,
  ...[argument]: Argument extends undefined ? [] : [Argument]
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await app.evaluate(run as never, argument)) as Value;
    } catch (error) {
      const isLost = error instanceof Error && error.message.includes('was garbage collected');
      if (!isLost || attempt === mostAttempts) throw error;
    }
  }
}
