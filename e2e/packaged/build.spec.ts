/** What is in the packages, read from their files. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { extractFile, getRawHeader, listPackage, statFile } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';

type Kind = 'release' | 'test';

async function packageOf(kind: Kind) {
  const { packages, unpackedIn } = await import('../../scripts/unpacked.mjs');
  const { executable, folder } = unpackedIn(packages[kind]);
  return { executable, archive: join(folder, 'resources', 'app.asar') };
}

/** The states of the fuses, by the characters that stand for them in the executable. */
async function fusesOf(kind: Kind) {
  const { executable } = await packageOf(kind);
  const wire = await getCurrentFuseWire(executable);
  const states: Partial<Record<string, 'on' | 'off'>> = {};
  for (const [place, state] of Object.entries(wire)) {
    if (place === 'version') continue;
    const name = FuseV1Options[Number(place)] ?? place;
    states[name] = String.fromCharCode(Number(state)) === '1' ? 'on' : 'off';
  }
  return states;
}

const released = {
  RunAsNode: 'off',
  EnableCookieEncryption: 'on',
  EnableNodeOptionsEnvironmentVariable: 'off',
  EnableNodeCliInspectArguments: 'off',
  EnableEmbeddedAsarIntegrityValidation: 'on',
  OnlyLoadAppFromAsar: 'on',
  LoadBrowserProcessSpecificV8Snapshot: 'off',
  GrantFileProtocolExtraPrivileges: 'off',
};

test('the fuses of a release are as they are to be', async () => {
  expect(await fusesOf('release')).toEqual(released);
});

test('the fuses of the package that is tested differ by the inspector alone', async () => {
  expect(await fusesOf('test')).toEqual({ ...released, EnableNodeCliInspectArguments: 'on' });
});

test('the package that is tested holds the same files as a release but for the main process', async () => {
  const [release, tested] = await Promise.all((['release', 'test'] as const).map(hashesOf));
  expect(tested).toEqual(release);
  expect(Object.keys(release ?? {})).toEqual(
    expect.arrayContaining(['package.json', 'out/preload/index.js', 'out/renderer/index.html']),
  );
});

test('each file in the archive has the hash by which Electron checks what it reads', async () => {
  const { archive } = await packageOf('release');
  const files = filesIn(archive);
  expect(files.length).toBeGreaterThan(10);
  const { header } = getRawHeader(archive);
  expect(JSON.stringify(header)).toContain('"algorithm":"SHA256"');
  for (const path of files) {
    const entry = statFile(archive, path);
    if (!('integrity' in entry)) throw new Error(`${path} has no hash`);
    expect(entry.integrity, path).toMatchObject({
      algorithm: 'SHA256',
      hash: sha256(extractFile(archive, path)),
    });
  }
});

async function hashesOf(kind: Kind): Promise<Record<string, string>> {
  const { archive } = await packageOf(kind);
  const same = filesIn(archive).filter((path) => !path.startsWith('out/main/'));
  return Object.fromEntries(
    same.toSorted().map((path) => [path, sha256(extractFile(archive, path))]),
  );
}

/** Without folders. */
const filesIn = (archive: string) =>
  listPackage(archive, { isPack: false })
    .map((path) => path.slice(1).replaceAll('\\', '/'))
    .filter((path) => !('files' in statFile(archive, path)));

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
