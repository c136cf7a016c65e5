/** What is in the packages, file by file, and how large it is. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile, getRawHeader } from '@electron/asar';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { packages } from './packages';

const target = `${process.platform}-${process.arch}`;
const resources = join(packages.unpacked, 'resources');
const archive = join(resources, 'app.asar');

/** Everything that may ship; whatever else is found is a mistake in electron-builder.yml. */
const mayShip: readonly RegExp[] = [
  /^\/package\.json$/,
  /^\/assets\/(icon|tray\/[\w@-]+|badge\/[\w@]+)\.png$/,
  /^\/out\/main\/(index|chunks\/[\w-]+)\.js$/,
  /^\/out\/preload\/index\.js$/,
  /^\/out\/renderer\/(index|login)\.html$/,
  /^\/out\/renderer\/licences\.json$/,
  /^\/out\/renderer\/assets\/[\w-]+\.(js|css|svg|png|woff2)$/,
  /^\/node_modules\/keytar\/(package\.json|LICENSE\.md|lib\/keytar\.js)$/,
  /^\/node_modules\/@photostructure\/sqlite\/(package\.json|LICENSE|dist\/(index|chunk-\w+)\.mjs)$/,
  /^\/node_modules\/node-gyp-build\/(package\.json|LICENSE|index\.js|node-gyp-build\.js)$/,
];
const native = [
  `/node_modules/keytar/prebuilds/${target}/keytar.node`,
  `/node_modules/@photostructure/sqlite/prebuilds/${target}/@photostructure+sqlite.glibc.node`,
];

const file = z.object({
  size: z.number(),
  offset: z.string().optional(),
  unpacked: z.boolean().optional(),
  integrity: z.object({ algorithm: z.literal('SHA256'), hash: z.string().length(64) }),
});
type File = z.output<typeof file> & { readonly path: string };
type Folder = { readonly files: Readonly<Record<string, unknown>> };

const folder = z.object({ files: z.record(z.string(), z.unknown()) });

/** Fails at a file without integrity. */
function filesIn({ files }: Folder, path: string): readonly File[] {
  return Object.entries(files).flatMap(([name, node]) => {
    const below = `${path}/${name}`;
    const nested = folder.safeParse(node);
    if (nested.success) return filesIn(nested.data, below);
    return [{ ...file.parse(node), path: below }];
  });
}

const files = () => filesIn(folder.parse(getRawHeader(archive).header), '');

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(2);
const sum = (of: readonly File[]) => of.reduce((bytes, { size }) => bytes + size, 0);

test('nothing ships but compiled files, pictures, licences and the native libraries of the target', () => {
  const all = files().map(({ path }) => path);
  expect(all.filter((path) => path.endsWith('.node')).toSorted()).toEqual(native.toSorted());
  const unexpected = all.filter(
    (path) => !native.includes(path) && !mayShip.some((pattern) => pattern.test(path)),
  );
  expect(unexpected).toEqual([]);
  expect(all).toContain('/out/main/index.js');
});

test('no text leads to a source, and none is of the practice platform', () => {
  const texts = readFileSync(archive, 'utf8');
  // Truths rather than texts: what a failure prints would be all of it.
  expect(texts.includes('教师工作台')).toBe(true);
  expect(/sourceMappingURL=(?!data:)\S+\.map/.test(texts)).toBe(false);
  expect(texts.includes('练习教育云')).toBe(false);
  const manifest = JSON.parse(extractFile(archive, 'package.json').toString());
  expect(manifest).toMatchObject({ name: 'staffroom', main: 'out/main/index.js' });
  expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['devDependencies']));
  expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['scripts']));
});

test('beside it are the files of Electron, in the app’s languages and their kin', () => {
  // Two are electron-builder's own, about updates; nothing here reads them.
  const builders = ['app-update.yml', 'package-type'];
  const beside = ['app.asar', 'app.asar.unpacked', 'apparmor-profile', ...builders].toSorted();
  expect(readdirSync(resources).toSorted()).toEqual(beside);
  const locales = readdirSync(join(packages.unpacked, 'locales')).toSorted();
  expect(locales).toEqual(['en-GB.pak', 'en-US.pak', 'zh-CN.pak', 'zh-TW.pak']);
});

test('our own code and data are under 3 MB, and so are the native libraries', () => {
  const [libraries, own] = [files(), files()].map((all, index) =>
    sum(all.filter(({ path }) => native.includes(path) === (index === 0))),
  );
  if (libraries === undefined || own === undefined) throw new Error('There are no sizes.');
  const header = statSync(archive).size - sum(files().filter(({ unpacked }) => !unpacked));
  const whole = statSync(packages.deb).size;
  console.log(
    `Own code and data: ${megabytes(own + header)} MB. Native libraries (SQLite, keytar): ` +
      `${megabytes(libraries)} MB. The deb, quickly compressed: ${megabytes(whole)} MB.`,
  );
  expect(own + header).toBeLessThan(3e6);
  expect(libraries).toBeLessThan(3e6);
});
