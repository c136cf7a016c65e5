import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareVersions,
  descriptionName,
  fileFor,
  readDescription,
  type UpdateFile,
} from './description';

const sha512 = `${'A'.repeat(86)}==`;
const file = { url: 'Staffroom-1.2.3.AppImage', size: 100_000_000, sha512 };
const description = { version: '1.2.3', files: [file] };

/** JSON is YAML. */
const read = (content: unknown) => readDescription(Buffer.from(JSON.stringify(content)));

test('what electron-builder writes is read', () => {
  const text = `version: 1.2.3
files:
  - url: Staffroom-1.2.3.AppImage
    sha512: ${sha512}
    size: 100000000
    blockMapSize: 110000
path: Staffroom-1.2.3.AppImage
sha512: ${sha512}
releaseDate: '2026-11-22T08:00:00.000Z'
stagingPercentage: 20
`;
  expect(readDescription(Buffer.from(text))).toEqual({
    version: '1.2.3',
    files: [{ name: 'Staffroom-1.2.3.AppImage', bytes: 100_000_000, sha512 }],
    stagingPercentage: 20,
  });
});

test.each([
  ['another folder', { url: '../Staffroom.AppImage' }],
  ['a folder below', { url: 'old/Staffroom.AppImage' }],
  ['another address', { url: 'https://elsewhere.example/Staffroom.AppImage' }],
  ['another host', { url: '//elsewhere.example/Staffroom.AppImage' }],
  ['something encoded', { url: '%2e%2e%2fStaffroom.AppImage' }],
  ['a query', { url: 'Staffroom.AppImage?x' }],
  ['Windows’ folders', { url: '..\\Staffroom.exe' }],
  ['a name to be hidden', { url: '.AppImage' }],
  ['no size', { size: undefined }],
  ['a size below nothing', { size: -1 }],
  ['a size without end', { size: 2 ** 40 }],
  ['no hash', { sha512: undefined }],
  ['a hash of another kind', { sha512: 'abc' }],
])('a file with %s makes it unusable', (_what, change) => {
  expect(read({ ...description, files: [{ ...file, ...change }] })).toBeNull();
});

test.each([
  ['no version', { version: undefined }],
  ['a version before a release', { version: '1.2.3-beta.1' }],
  ['a version in words', { version: 'latest' }],
  ['a version written in another way', { version: '01.2.3' }],
  ['a number for a version', { version: 1.2 }],
  ['no files', { files: [] }],
  ['a stage beyond all', { stagingPercentage: 101 }],
])('%s makes it unusable', (_what, change) => {
  expect(read({ ...description, ...change })).toBeNull();
});

test('whatever the bytes are, it is read or is not, and what is read stays beside the description', () => {
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc.string({ unit: fc.constantFrom(...'version:files[]{}-&*!|>\n #0123456789.') }),
    fc
      .record({ url: fc.oneof(fc.webPath(), fc.webUrl(), fc.string()), version: fc.string() })
      .map(({ url, version }) =>
        JSON.stringify({ version: `1.${version}`, files: [{ ...file, url }] }),
      ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        text.map((of) => Buffer.from(of)),
        fc.uint8Array(),
      ),
      (bytes) => {
        for (const { name } of readDescription(bytes)?.files ?? []) {
          const base = 'https://updates.example/staffroom/';
          expect(new URL(name, base).href).toBe(`${base}${name}`);
        }
      },
    ),
  );
});

test('versions are ordered by their numbers', () => {
  const numbers = fc.tuple(...[0, 1, 2].map(() => fc.nat({ max: 999_999_999 })));
  const near = numbers.chain((one) =>
    fc.tuple(
      fc.constant(one),
      fc.tuple(
        ...one.map((n) => fc.oneof(fc.constant(n), fc.nat({ max: 20 }), fc.constant(n + 1))),
      ),
    ),
  );
  fc.assert(
    fc.property(near, ([one, other]) => {
      const at = one.findIndex((n, index) => n !== other[index]);
      const expected = at < 0 ? 'same' : Number(one[at]) < Number(other[at]) ? 'older' : 'newer';
      expect(compareVersions(one.join('.'), other.join('.'))).toBe(expected);
    }),
  );
});

test('each system asks for the description that is meant for it', () => {
  expect(descriptionName({ platform: 'linux', arch: 'x64' })).toBe('latest-linux.yml');
  expect(descriptionName({ platform: 'linux', arch: 'arm64' })).toBe('latest-linux-arm64.yml');
  expect(descriptionName({ platform: 'win32', arch: 'arm64' })).toBe('latest.yml');
  expect(descriptionName({ platform: 'darwin', arch: 'arm64' })).toBe('latest-mac.yml');
});

describe('the file that fits', () => {
  const named = (...names: readonly string[]): readonly UpdateFile[] =>
    names.map((name) => ({ name, bytes: 1, sha512 }));
  const chosen = (platform: NodeJS.Platform, arch: string, ...names: readonly string[]) =>
    fileFor({ platform, arch }, named(...names))?.name ?? null;

  test('is of this system and processor', () => {
    const all = ['S-1.0.0.deb', 'S-1.0.0-arm64.AppImage', 'S-1.0.0.AppImage'];
    expect(chosen('linux', 'x64', ...all)).toBe('S-1.0.0.AppImage');
    expect(chosen('linux', 'arm64', ...all)).toBe('S-1.0.0-arm64.AppImage');
    expect(chosen('win32', 'x64', 'S-Setup-1.0.0.exe', 'S-1.0.0.msi')).toBe('S-Setup-1.0.0.exe');
    expect(chosen('win32', 'arm64', 'S-Setup-1.0.0.exe')).toBe('S-Setup-1.0.0.exe');
  });

  test('is none where another system’s description was put in the place of ours', () => {
    expect(chosen('linux', 'x64', 'S-1.0.0-arm64.AppImage')).toBeNull();
    expect(chosen('linux', 'arm64', 'S-1.0.0.AppImage')).toBeNull();
    expect(chosen('linux', 'x64', 'S-Setup-1.0.0.exe')).toBeNull();
    expect(chosen('win32', 'x64', 'S-1.0.0.AppImage')).toBeNull();
  });
});
