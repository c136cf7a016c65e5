import { defineConfig } from '@playwright/test';

/** The packages, installed on this machine: `npm run test:package`. */
export default defineConfig({
  testDir: 'installed',
  testMatch: '**/*.installed.ts',
  outputDir: '../out/e2e-installed',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Unpacking takes its time on a slow disk, and dpkg waits for it to be written.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../out/test/package.json' }]],
});
