import { defineConfig } from '@playwright/test';
import type { BenchOptions } from './bench';

/** What `npm run bench` runs; a project is how thorough it is. */
export default defineConfig<BenchOptions>({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../out/bench/playwright',
  // Whatever runs beside a measurement is in it.
  workers: 1,
  retries: 0,
  timeout: 60 * 60_000,
  reporter: './reporter.ts',
  projects: [
    { name: 'full', use: { thoroughness: 'full' } },
    { name: 'quick', use: { thoroughness: 'quick' } },
  ],
});
