// What the app needs of a Linux system beside npm packages: libraries, a font, and where there is
// no desktop the parts of one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Stop } from './project.mjs';

/**
 * @typedef {object} Need
 * @property {string} what in words
 * @property {string} debian the Debian package that has it
 * @property {(system: System) => boolean} met
 *
 * @typedef {object} System what is found on the machine
 * @property {(soname: string) => boolean} library
 * @property {(name: string) => boolean} program
 * @property {() => boolean} chineseFont
 * @property {() => boolean} keyring whether the person's own desktop has one
 */

/** @param {string} debian @param {string} soname @returns {Need} */
const library = (debian, soname) => ({
  what: `the library ${soname}`,
  debian,
  met: (system) => system.library(soname),
});

/** @param {string} debian @param {string} name @returns {Need} */
const program = (debian, name) => ({
  what: `the program ${name}`,
  debian,
  met: (system) => system.program(name),
});

/** Whose desktop the app is shown on; `installing`: a virtual one, where packages are made and installed.
 * @typedef {'person' | 'virtual' | 'installing'} Desktop
 */

/** @param {Desktop} desktop @returns {readonly Need[]} */
export function needsOf(desktop) {
  const always = [
    library('libgtk-3-0', 'libgtk-3.so.0'),
    library('libnss3', 'libnss3.so'),
    library('libasound2', 'libasound.so.2'),
    library('libgbm1', 'libgbm.so.1'),
    library('libsecret-1-0', 'libsecret-1.so.0'),
    {
      what: 'a font with Chinese characters',
      debian: 'fonts-noto-cjk',
      met: (/** @type {System} */ system) => system.chineseFont(),
    },
  ];
  if (desktop === 'person') {
    const keyring = {
      what: 'a keyring (Secret Service)',
      debian: 'gnome-keyring',
      met: (/** @type {System} */ system) => system.keyring(),
    };
    return [...always, keyring];
  }
  const virtual = [
    ...always,
    program('xvfb', 'Xvfb'),
    program('dbus', 'dbus-run-session'),
    program('gnome-keyring', 'gnome-keyring-daemon'),
  ];
  if (desktop === 'virtual') return virtual;
  return [
    ...virtual,
    library('libnotify4', 'libnotify.so.4'),
    // What a desktop has, and a bare machine has not: they keep the lists of programs and file types.
    program('desktop-file-utils', 'update-desktop-database'),
    program('shared-mime-info', 'update-mime-database'),
    program('xdg-utils', 'xdg-open'),
    program('libglib2.0-bin', 'gio'),
    // With it electron-builder packs the tar.gz.
    program('p7zip-full', '7za'),
    // The tests' hand on the keyboard.
    program('xdotool', 'xdotool'),
  ];
}

/** @param {Desktop} desktop @param {System} system @returns {readonly Need[]} */
export const missing = (desktop, system) => needsOf(desktop).filter((need) => !need.met(system));

/** The Debian packages to install. Since Debian 13 and Ubuntu 24.04 some libraries have a name with
 * t64 at its end, and one of the old names is no package any more.
 * @param {readonly Need[]} needs
 * @param {(name: string) => boolean} known whether the system's lists have a package of that name
 */
export function debianPackages(needs, known) {
  return needs.map(({ debian }) => (known(`${debian}t64`) ? `${debian}t64` : debian));
}

/** @returns {System} */
function thisSystem() {
  const ldconfig = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  const libraries = new Set(
    (ldconfig.stdout ?? '').split('\n').map((line) => line.trim().split(' ')[0] ?? ''),
  );
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  const program = (/** @type {string} */ name) =>
    folders.some((folder) => existsSync(join(folder, name)));
  return {
    // Without ldconfig nothing can be said about libraries; Electron names what it misses itself.
    library: (soname) => ldconfig.status !== 0 || libraries.has(soname),
    program,
    // KDE Wallet and KeePassXC offer the same service under the same name.
    keyring: () =>
      program('gnome-keyring-daemon') || ['ListNames', 'ListActivatableNames'].some(offersSecrets),
    chineseFont: () => {
      const list = spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' });
      return (list.stdout ?? '').trim() !== '';
    },
  };
}

/** @param {string} list a method of the session bus that lists names */
function offersSecrets(list) {
  const bus = ['--session', '--dest=org.freedesktop.DBus', '--print-reply', '--reply-timeout=2000'];
  const call = [...bus, '/', `org.freedesktop.DBus.${list}`];
  const { stdout } = spawnSync('dbus-send', call, { encoding: 'utf8' });
  return (stdout ?? '').includes('"org.freedesktop.secrets"');
}

/** Sees to it that the system has what the app needs: installs it as root on Debian and its kin,
 * else stops with the command that does.
 * @param {Desktop} desktop
 */
export function ensureSystem(desktop) {
  if (process.platform !== 'linux') return;
  const needs = missing(desktop, thisSystem());
  if (needs.length === 0) return;
  const list = needs.map(({ what }) => `  - ${what}`).join('\n');
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Stop(`This system lacks, and its package manager will have:\n${list}`);
  }
  if (process.getuid?.() !== 0) {
    const packages = debianPackages(needs, inAptLists).join(' ');
    const command = `sudo apt-get install --no-install-recommends ${packages}`;
    throw new Stop(`This system lacks:\n${list}\nThis installs it:\n  ${command}`);
  }
  console.log(`Installing what this system lacks:\n${list}`);
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...debianPackages(needs, inAptLists)]);
  const still = missing(desktop, thisSystem());
  if (still.length > 0) {
    throw new Stop(`Still missing: ${still.map(({ what }) => what).join(', ')}.`);
  }
}

/** @param {string} name */
function inAptLists(name) {
  const found = spawnSync('apt-cache', ['pkgnames', name], { encoding: 'utf8' });
  return (found.stdout ?? '').split('\n').includes(name);
}

/** Ends when another program of the kind has ended. @param {string[]} args */
export function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    stdio: 'inherit',
    env,
  });
  if (status !== 0) throw new Stop(`"apt-get ${args.join(' ')}" failed.`);
}
