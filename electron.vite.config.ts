import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { licencesOf } from './scripts/licences.mjs';

// The tests run where Electron 33 may be all there is (README, "Which Electron"), so nothing is
// compiled to what only a newer one understands.
const oldestNode = 'node20.18';
const oldestChrome = 'chrome130';

const at = (path: string) => resolve(import.meta.dirname, path);

/** A file of its own beside the pages: the page "About" fetches it when asked. */
const licences: Plugin = {
  name: 'staffroom-licences',
  generateBundle() {
    const source = JSON.stringify(licencesOf(import.meta.dirname));
    this.emitFile({ type: 'asset', fileName: 'licences.json', source });
  },
};

/**
 * What the page loads after its first paint is fetched beside it. Vite would have the style in the
 * head, where the first paint waits for it.
 */
const fetchedMeanwhile: Plugin = {
  name: 'staffroom-fetched-meanwhile',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {}, filename }) {
      if (!filename.endsWith('index.html')) return [];
      const files = Object.values(bundle);
      const start = files.find((file) => file.type === 'chunk' && file.name === 'start');
      if (start?.type !== 'chunk') throw new Error('no chunk named start');
      const scripts = [start, ...files.filter(({ fileName }) => start.imports.includes(fileName))];
      const styles = scripts.flatMap((file) =>
        file.type === 'chunk' ? [...(file.viteMetadata?.importedCss ?? [])] : [],
      );
      const hint = (rel: string, href: string, more: Record<string, string>) => ({
        tag: 'link',
        attrs: { rel, href: `./${href}`, crossorigin: true, ...more },
        injectTo: 'head' as const,
      });
      return [
        ...scripts.map(({ fileName }) => hint('modulepreload', fileName, {})),
        ...styles.map((fileName) => hint('preload', fileName, { as: 'style' })),
      ];
    },
  },
};

export default defineConfig({
  main: {
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
    // Pico's own style is written for an older Sass.
    css: { preprocessorOptions: { scss: { quietDeps: true } } },
    plugins: [licences, fetchedMeanwhile],
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
