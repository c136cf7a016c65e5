import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { installationOf, type Surroundings } from './installation';

let folder: string;
let mounted: string;
let appImage: Surroundings;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'staffroom-installation-')));
  mounted = join(folder, 'mount_Staffr');
  mkdirSync(mounted);
  const file = join(folder, 'Staffroom.AppImage');
  writeFileSync(file, '');
  appImage = {
    platform: 'linux',
    executable: join(mounted, 'staffroom'),
    environment: { APPIMAGE: file, APPDIR: mounted },
  };
});

test('an AppImage renews itself', () => {
  expect(installationOf(appImage)).toBe('by-itself');
});

test('its mount may be named by a link', () => {
  symlinkSync(mounted, join(folder, 'link'));
  const environment = { ...appImage.environment, APPDIR: join(folder, 'link') };
  expect(installationOf({ ...appImage, environment })).toBe('by-itself');
});

test('what another AppImage has started is not taken for that one', () => {
  const executable = '/opt/Staffroom/staffroom';
  expect(installationOf({ ...appImage, executable })).toBe('by-others');
  for (const APPDIR of ['', 'mount_Staffr', join(folder, 'mount_S'), join(folder, 'gone')]) {
    mkdirSync(join(folder, 'mount_S'), { recursive: true });
    const environment = { ...appImage.environment, APPDIR };
    expect(installationOf({ ...appImage, environment }), APPDIR).toBe('by-others');
  }
});

test('a package, an archive and macOS leave it to others', () => {
  expect(installationOf({ ...appImage, environment: {} })).toBe('by-others');
  expect(installationOf({ ...appImage, platform: 'darwin' })).toBe('by-others');
});

test('an AppImage that she may not replace, or whose folder she may not change, is left to others', () => {
  const file = appImage.environment.APPIMAGE;
  for (const closed of [file, folder]) {
    const mayWrite = (path: string) => path !== closed;
    expect(installationOf({ ...appImage, mayWrite }), closed).toBe('by-others');
  }
});

test('on Windows what has its own uninstaller beside it renews itself, and what an MSI laid down does not', () => {
  const place = join(folder, 'Programs');
  mkdirSync(place);
  const executable = join(place, 'Staffroom.exe');
  writeFileSync(executable, '');
  const windows = { ...appImage, platform: 'win32', executable, environment: {} } as const;
  expect(installationOf(windows)).toBe('by-others');
  writeFileSync(join(place, 'Uninstall Staffroom.exe'), '');
  expect(installationOf(windows)).toBe('by-itself');
});
