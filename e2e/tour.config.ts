import { defineConfig } from '@playwright/test';

/** What `npm start` does where there is no display. */
export default defineConfig({
  testDir: '.',
  testMatch: 'tour.ts',
  outputDir: '../out/e2e-tour',
  workers: 1,
  retries: 0,
  timeout: 180_000,
  reporter: './tourReporter.ts',
});
