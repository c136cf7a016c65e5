/** How large what ships is. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { appRoot } from '../e2e/runningApp';

export interface Bytes {
  readonly raw: number;
  /** Each file by itself, at level 9. */
  readonly gzip: number;
}

export interface BundleSizes {
  /** Script and style that the page loads at its start, in Chinese. */
  readonly rendererStart: Bytes;
  /** All script and style of all pages, in both languages. */
  readonly renderer: Bytes;
  readonly preload: Bytes;
  readonly main: Bytes;
  /** Of that, what is loaded before the window is made. */
  readonly mainStart: Bytes;
}

export async function bundleSizes(): Promise<BundleSizes> {
  const out = join(appRoot, 'out');
  const [renderer, preload, main] = [
    join(out, 'renderer'),
    join(out, 'preload'),
    join(out, 'main'),
  ];
  const assets = join(renderer, 'assets');
  const page = await readFile(join(renderer, 'index.html'), 'utf8');
  const catalogue = (await readdir(assets)).filter((name) => /^zh-CN-.+\.js$/.test(name));
  if (catalogue.length !== 1) throw new Error('which file is the Chinese catalogue?');
  return {
    rendererStart: await bytesOf([
      ...loadedBy(page).map((path) => join(renderer, path)),
      ...catalogue.map((name) => join(assets, name)),
    ]),
    renderer: await bytesOf(await filesIn(renderer, /\.(js|css)$/)),
    preload: await bytesOf(await filesIn(preload, /\.js$/)),
    main: await bytesOf(await filesIn(main, /\.js$/)),
    mainStart: await bytesOf([join(main, 'index.js')]),
  };
}

/** Scripts and styles that a page names, each once: relative paths. */
export function loadedBy(page: string): readonly string[] {
  const tags = [...page.matchAll(/<(script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const paths = tags.flatMap((tag) => {
    const isLoaded = /^<script\b|\brel="(modulepreload|preload|stylesheet)"/.test(tag);
    const [, path] = /\b(?:src|href)="([^"]+)"/.exec(tag) ?? [];
    return isLoaded && path !== undefined && /\.(js|css)$/.test(path) ? [path] : [];
  });
  return [...new Set(paths)];
}

/** Of all files in a folder and below it. */
export async function bytesIn(folder: string): Promise<number> {
  const sizes = (await filesIn(folder, /./)).map(async (path) => (await stat(path)).size);
  return (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0);
}

async function filesIn(folder: string, named: RegExp): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && named.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}

async function bytesOf(paths: readonly string[]): Promise<Bytes> {
  const contents = await Promise.all(paths.map((path) => readFile(path)));
  const sum = (size: (content: Buffer) => number) =>
    contents.reduce((bytes, content) => bytes + size(content), 0);
  return {
    raw: sum(({ length }) => length),
    gzip: sum((content) => gzipSync(content, { level: 9 }).length),
  };
}
