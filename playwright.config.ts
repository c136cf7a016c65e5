import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // Of the packaged app, which `npm test -- packaged` packages first.
  testIgnore: 'packaged/**',
  outputDir: 'out/e2e',
  // Each test has a whole app to itself, and focus, tray and keyring are one per desktop.
  workers: 1,
  forbidOnly: true,
  // One start of Electron in some hundred ends in it, as the debugger attaches. What passes at the second
  // try only is said at the end.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  // Pictures are taken by `npm run looks` alone, and looked at before they are kept.
  updateSnapshots: 'none',
  snapshotPathTemplate: 'e2e/looks/{arg}{ext}',
  expect: {
    timeout: 10_000,
    // Without a graphics card the same runtime draws the same picture; this allows for a letter.
    toHaveScreenshot: { maxDiffPixelRatio: 0.002 },
  },
  reporter: [['list'], ['json', { outputFile: 'out/test/e2e.json' }]],
});
