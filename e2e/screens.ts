import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { appRoot } from './runningApp';

/** Writes a picture of the page to `out/screens/<name>.png`, with nothing still moving in it. */
export async function screens(page: Page, name: string): Promise<void> {
  const path = join(appRoot, 'out', 'screens', `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
}
