#!/usr/bin/env node
// Makes a Debian package with dpkg-deb, called as electron-builder calls fpm: CUSTOM_FPM_PATH names
// this file where fpm cannot be had.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, Stop } from './project.mjs';

/**
 * What a Debian package is to be made of.
 * @typedef {object} Wanted
 * @property {string} output the file to make
 * @property {readonly [field: string, value: string][]} control in the order it is written
 * @property {string} description its first line is the short one
 * @property {'xz' | 'gzip'} compression
 * @property {{ postinst: string, postrm: string }} scripts files
 * @property {readonly { from: string, to: string }[]} contents a `from` that ends with / stands for
 *   what is in the folder
 */

/** Fields of the control file, by fpm's options. */
const fields = new Map([
  ['--name', 'Package'],
  ['--version', 'Version'],
  ['--license', 'License'],
  ['--vendor', 'Vendor'],
  ['--architecture', 'Architecture'],
  ['--maintainer', 'Maintainer'],
  ['-d', 'Depends'],
  ['--deb-recommends', 'Recommends'],
  ['--category', 'Section'],
  ['--deb-priority', 'Priority'],
  ['--url', 'Homepage'],
]);

const compressions = new Map([
  ['xz', /** @type {const} */ ('xz')],
  ['gz', /** @type {const} */ ('gzip')],
]);

/**
 * Reads what electron-builder tells fpm. Throws at anything it does not know, since it would be left
 * out of the package unnoticed.
 * @param {readonly string[]} args
 * @returns {Wanted}
 */
export function wantedBy(args) {
  /** @type {Map<string, string[]>} */
  const told = new Map();
  const contents = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--force') continue;
    if (arg.startsWith('-')) {
      told.set(arg, [...(told.get(arg) ?? []), rest.shift() ?? '']);
      continue;
    }
    const [from, to, more] = arg.split('=');
    if (from === undefined || to === undefined || more !== undefined) {
      throw new Stop(`What goes where is not told by "${arg}".`);
    }
    contents.push({ from, to });
  }
  const take = (/** @type {string} */ option) => {
    const [value] = told.get(option) ?? [];
    if (value === undefined) throw new Stop(`${option} is missing.`);
    told.delete(option);
    return value;
  };
  if (take('-s') !== 'dir' || take('-t') !== 'deb') throw new Stop('Only a deb can be made.');
  const compression = compressions.get(take('--deb-compression'));
  if (compression === undefined) throw new Stop('The compression is neither xz nor gz.');
  const wanted = {
    output: take('--package'),
    description: take('--description'),
    compression,
    scripts: { postinst: take('--after-install'), postrm: take('--after-remove') },
    contents,
  };
  /** @type {[string, string][]} */
  const control = [];
  for (const [option, field] of fields) {
    const values = told.get(option);
    told.delete(option);
    if (values !== undefined) control.push([field, values.join(', ')]);
  }
  const unknown = [...told.keys()];
  if (unknown.length > 0) throw new Stop(`Unknown: ${unknown.join(', ')}.`);
  return { ...wanted, control };
}

/**
 * The control file (deb-control(5)).
 * @param {Pick<Wanted, 'control' | 'description'>} wanted
 * @param {number} installedSize in KiB
 */
export function controlText({ control, description }, installedSize) {
  const [synopsis = '', ...more] = description.trim().split('\n');
  return [
    ...control.map(([field, value]) => `${field}: ${value}`),
    `Installed-Size: ${installedSize}`,
    `Description: ${synopsis.trim()}`,
    ...more.map((line) => (line.trim() === '' ? ' .' : ` ${line.trim()}`)),
    '',
  ].join('\n');
}

/** @param {Wanted} wanted */
function make(wanted) {
  const tree = mkdtempSync(join(tmpdir(), 'staffroom-deb-'));
  try {
    for (const { from, to } of wanted.contents) {
      const into = join(tree, to);
      mkdirSync(dirname(into), { recursive: true });
      cpSync(from, into, { recursive: true, verbatimSymlinks: true });
    }
    // As it was copied with the rights that a checkout happens to have.
    execute('chmod', ['-R', 'u=rwX,go=rX', tree]);
    const files = filesBelow(tree, '');
    const bytes = files.reduce((sum, file) => sum + statSync(join(tree, file)).size, 0);
    const control = join(tree, 'DEBIAN');
    mkdirSync(control);
    writeFileSync(join(control, 'control'), controlText(wanted, Math.ceil(bytes / 1024)));
    writeFileSync(join(control, 'md5sums'), files.map((file) => md5Line(tree, file)).join(''));
    for (const [name, file] of Object.entries(wanted.scripts)) {
      writeFileSync(join(control, name), readFileSync(file), { mode: 0o755 });
    }
    // With xz, since the dpkg of UOS and Kylin reads no zstd, which newer systems would take.
    const level = wanted.compression === 'gzip' ? ['-z1'] : [];
    const compression = [`-Z${wanted.compression}`, ...level];
    execute('dpkg-deb', ['--root-owner-group', ...compression, '--build', tree, wanted.output]);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {string} path @returns {string[]} regular files, in order */
function filesBelow(folder, path) {
  return readdirSync(join(folder, path))
    .sort()
    .flatMap((name) => {
      const below = join(path, name);
      const stats = lstatSync(join(folder, below));
      if (stats.isDirectory()) return filesBelow(folder, below);
      return stats.isFile() ? [below] : [];
    });
}

/** @param {string} tree @param {string} file */
function md5Line(tree, file) {
  const hash = createHash('md5').update(readFileSync(join(tree, file)));
  return `${hash.digest('hex')}  ${file}\n`;
}

/** @param {string} command @param {string[]} args */
function execute(command, args) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Stop(`${command} failed: ${error?.message ?? stderr.trim()}`);
}

if (fileURLToPath(import.meta.url) === realpathSync(resolve(process.argv[1] ?? ''))) {
  await run(async () => make(wantedBy(process.argv.slice(2))));
}
