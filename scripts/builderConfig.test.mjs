import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { expect, test } from 'vitest';
import { appId } from '../main/shell/appId';
import { linkScheme } from '../main/shell/openRequest';
import { readJson, root } from './project.mjs';

/** Nobody asks electron-builder what it did. */
const silent = { isEnabled: false, data: new Map(), add() {}, async save() {} };

const config = await getConfig(root, 'electron-builder.yml', null);

test('electron-builder.yml holds to electron-builder’s own schema', async () => {
  await validateConfiguration(config, silent);
  const wrong = { ...config, linux: { ...config.linux, executablename: 'x' } };
  await expect(validateConfiguration(wrong, silent)).rejects.toThrow('configuration.linux');
});

/** @param {'linux' | 'win' | 'mac'} system @returns {Record<string, readonly string[]>} */
function targetsOf(system) {
  const targets = /** @type {{ target: string, arch: string[] }[]} */ (config[system]?.target);
  return Object.fromEntries(targets.map(({ target, arch }) => [target, arch]));
}

test('there is a package for each system and processor', () => {
  const both = ['x64', 'arm64'];
  expect(targetsOf('linux')).toEqual({ AppImage: both, deb: both, rpm: both, 'tar.gz': both });
  expect(targetsOf('win')).toEqual({ nsis: both, msi: ['x64'] });
  expect(targetsOf('mac')).toEqual({ dmg: ['universal'] });
});

test('on Windows a person installs for herself, and IT for the whole machine', () => {
  expect(config.nsis?.perMachine).toBe(false);
  expect(config.msi?.perMachine).toBe(true);
});

test('every file it names is there', () => {
  const named = [
    config.linux?.icon,
    config.win?.icon,
    config.mac?.icon,
    config.mac?.entitlements,
    config.mac?.entitlementsInherit,
    config.deb?.afterInstall,
    config.deb?.afterRemove,
    config.rpm?.afterInstall,
    config.rpm?.afterRemove,
    config.nsis?.include,
    config.msiProjectCreated,
  ];
  for (const file of named) expect(existsSync(join(root, String(file))), String(file)).toBe(true);
});

test('the app is called the same in its package and in its code', () => {
  expect(config.appId).toBe(appId);
  expect(config.protocols).toEqual([{ name: 'Staffroom', schemes: [linkScheme] }]);
  expect(readJson(join(root, 'package.json')).desktopName).toBe(
    `${config.linux?.executableName}.desktop`,
  );
  const uninstaller = readFileSync(join(root, 'packaging', 'installer.nsh'), 'utf8');
  expect(uninstaller).toContain(`"Software\\Classes\\${linkScheme}"`);
  expect(uninstaller).toContain(`Run" "${appId}"`);
});

test('the scripts of deb and rpm ask electron-builder for names it knows only', () => {
  for (const name of ['afterInstall.sh', 'afterRemove.sh']) {
    const script = readFileSync(join(root, 'packaging', name), 'utf8');
    const macros = [...script.matchAll(/\$\{(\w+)\}/g)].map(([, macro]) => macro);
    expect(new Set(macros)).toEqual(
      new Set(name === 'afterInstall.sh' ? ['sanitizedProductName', 'executable'] : ['executable']),
    );
  }
});
