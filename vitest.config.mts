import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The one that ships (electron.vite.config).
  resolve: { alias: { axios: 'axios/dist/browser/axios.cjs' } },
  test: {
    // No test is about how fast it is: a busy machine must not fail one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: [
      '{main,preload,renderer,i18n,gateway,scripts,simulation,bench}/**/*.test.{ts,tsx,mjs}',
    ],
  },
});
