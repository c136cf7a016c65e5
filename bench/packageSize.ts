/** How large the packaged app is, unpacked as it is installed. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { appRoot } from '../e2e/runningApp';
import { bytesIn } from './bytes';

export interface PackageBytes {
  readonly whole: number;
  /** Of that, the app's code and data beside Electron's. */
  readonly own: number;
}

export async function packageBytes(): Promise<PackageBytes> {
  // Not above: Playwright turns those into require(), which takes no module that awaits.
  const { electronRuntime } = await import('../scripts/runtime.mjs');
  const { pack } = await import('../scripts/packaging.mjs');
  const output = join(appRoot, 'out', 'bench', 'package');
  try {
    const { folder } = await pack({ runtime: await electronRuntime(), output });
    return { whole: await bytesIn(folder), own: await bytesIn(join(folder, 'resources')) };
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}
