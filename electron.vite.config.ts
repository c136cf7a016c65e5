import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { licencesOf } from './scripts/licences.mjs';
import { updateKeyAt } from './scripts/updateKey.mjs';

// The tests run where Electron 33 may be all there is (README, "Which Electron"), so nothing is
// compiled to what only a newer one understands.
const oldestNode = 'node20.18';
const oldestChrome = 'chrome130';

/** Of `electron-vite build --mode`. */
const testMode = 'test-build';

const at = (path: string) => resolve(import.meta.dirname, path);

/** Of an icon only what tells it from the others: the element around it is the page's (Icon.tsx). */
const icons: Plugin = {
  name: 'staffroom-icons',
  enforce: 'pre',
  load(id) {
    const [path = '', query] = id.split('?');
    if (query !== 'icon') return null;
    const inner = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(readFileSync(path, 'utf8'))?.[1];
    if (inner === undefined) throw new Error(`${path} is no SVG.`);
    return `export default ${JSON.stringify(inner.replace(/\s*\n\s*/g, ''))};`;
  },
};

/** In place of parts of electron-store that would do nothing here, or harm. */
const inPlaceOf: Readonly<Record<string, string>> = {
  // What it checks its content with where it is given a schema, which ours never is: three quarters of
  // it, and a megabyte of memory in every start that writes.
  'ajv/dist/2020.js': 'export class Ajv2020 {}',
  'ajv-formats': 'export default {};',
  // It takes a dozen signals for itself, to remove temporary files: a SIGTERM would then end the app at
  // once, where Electron makes a quit of it.
  'when-exit': "export default (removeFiles) => process.once('exit', removeFiles);",
};

const replaced = '\0in-place-of:';
const partsOfElectronStore: Plugin = {
  name: 'staffroom-parts-of-electron-store',
  enforce: 'pre',
  resolveId: (id) => (id in inPlaceOf ? `${replaced}${id}` : null),
  load: (id) => (id.startsWith(replaced) ? inPlaceOf[id.slice(replaced.length)] : null),
};

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

/** Whether a module cannot run without another, by whatever way. */
function needs(
  module: string,
  needed: string,
  infoOf: (id: string) => { readonly importedIds: readonly string[] } | null,
): boolean {
  const seen = new Set<string>();
  const visit = (id: string): boolean => {
    if (id === needed) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return infoOf(id)?.importedIds.some(visit) ?? false;
  };
  return visit(module);
}

export default defineConfig(({ mode }) => ({
  main: {
    plugins: [partsOfElectronStore],
    // The one for Node brings its own HTTP, which ours never is: a fetch of Electron's is passed in.
    resolve: { alias: { axios: 'axios/dist/browser/axios.cjs' } },
    define: {
      // What the packaged tests run differs from a release by this, and by one fuse.
      __TEST_BUILD__: JSON.stringify(mode === testMode),
      // Without one the app never looks for updates, and says so.
      __UPDATE_KEY__: JSON.stringify(updateKeyAt(at('release/update-key.pem'))),
    },
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
    plugins: [icons, licences, fetchedMeanwhile],
    build: {
      target: oldestChrome,
      minify: true,
      outDir: 'out/renderer',
      // The page's CSP allows no data: addresses but for pictures of ours.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: at('renderer/index.html'), login: at('renderer/login.html') },
        output: {
          codeSplitting: {
            groups: [
              // What the page's first file needs stays small and its own.
              {
                name: 'first',
                test: /i18n\/load|renderer\/frame|writtenLanguage|preload-helper/,
                priority: 2,
              },
              // One file for all that the page shows first: each is fetched for itself. The bar
              // of the login window shares it.
              {
                name: (id, bundle) =>
                  needs(at('renderer/start.tsx'), id, (one) => bundle.getModuleInfo(one))
                    ? 'shared'
                    : null,
                debugName: 'shared',
                priority: 1,
              },
              { name: 'later', minShareCount: 2 },
            ],
          },
        },
      },
    },
  },
}));
