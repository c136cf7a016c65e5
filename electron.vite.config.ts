import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { licencesOf } from './scripts/licences.mjs';
import { updateKeyAt } from './scripts/updateKey.mjs';

// The tests run where Electron 33 may be all there is (README, "Which Electron"), so nothing is
// compiled to what only a newer one understands.
const oldestNode = 'node20.18';
const oldestChrome = 'chrome130';

const at = (path: string) => resolve(import.meta.dirname, path);

/** `virtual:licences`, a file of its own beside the pages: the page "About" fetches it when asked. */
const licences: Plugin = {
  name: 'staffroom-licences',
  resolveId: (id) => (id === 'virtual:licences' ? `\0${id}` : null),
  load: (id) =>
    id === '\0virtual:licences'
      ? `export default ${JSON.stringify(licencesOf(import.meta.dirname))};`
      : null,
};

export default defineConfig({
  main: {
    // Without one the app never looks for updates, and says so.
    define: { __UPDATE_KEY__: JSON.stringify(updateKeyAt(at('release/update-key.pem'))) },
    build: {
      target: oldestNode,
      minify: true,
      outDir: 'out/main',
      // Everything but what is native is compiled in: what ships is what is read.
      externalizeDeps: false,
      rollupOptions: {
        input: at('main/index.ts'),
        external: ['keytar', '@photostructure/sqlite'],
        output: { format: 'cjs' },
      },
    },
  },
  preload: {
    build: {
      target: oldestNode,
      minify: true,
      outDir: 'out/preload',
      rollupOptions: { input: at('preload/index.ts'), output: { format: 'cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [licences],
    build: {
      target: oldestChrome,
      minify: true,
      outDir: 'out/renderer',
      // The page's CSP allows no data: addresses but for pictures of ours.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: at('renderer/index.html'), login: at('renderer/login.html') },
      },
    },
  },
});
