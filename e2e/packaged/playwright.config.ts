import { defineConfig } from '@playwright/test';
import checkout from '../../playwright.config';
import type { Build } from '../app';

/**
 * The same tests against the packaged app, with the system's sandbox and as an ordinary user, and those
 * that are about the package itself.
 */
export default defineConfig<{ build: Build }>({
  ...checkout,
  testDir: '..',
  testIgnore: [],
  // What takes files out of the app: a package's archive is held to its hash.
  grepInvert: /@checkout/,
  outputDir: '../../out/e2e-packaged',
  snapshotPathTemplate: '../looks/{arg}{ext}',
  use: { build: 'packaged' },
  reporter: [['list'], ['json', { outputFile: '../../out/test/packaged.json' }]],
});
