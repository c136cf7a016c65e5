import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{main,preload,renderer,i18n,gateway,scripts,simulation,bench}/**/*.test.{ts,tsx,mjs}',
    ],
  },
});
