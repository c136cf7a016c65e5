/** What runs, for the log and the report. */
import { release } from 'node:os';
import { app } from 'electron';
import type { Versions } from '../../preload/contract';

export const versionsInUse = (): Versions => ({
  app: app.getVersion(),
  electron: process.versions.electron,
  chromium: process.versions.chrome,
  system: `${process.platform} ${release()} ${process.arch}`,
});
