/** The licences of all that ships: Electron, and every package that is bundled or packed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Licence
 * @property {string} name
 * @property {string} version
 * @property {string} licence as the package names it, such as `MIT`
 * @property {string} text
 */

const licenceFile = /^(licen[cs]e|copying)([-.][\w.-]+)?$/i;

/**
 * By the lockfile, which tells what is for development only; of a package that is bundled in part, or
 * whose code turned out not to be needed, the licence is there as well. Throws where a package that ships has no
 * licence to show: it must not.
 *
 * @param {string} root the project's folder
 * @returns {readonly Licence[]} sorted by name
 */
export function licencesOf(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const shipped = Object.entries(lock.packages)
    .filter(([place, { dev, devOptional }]) => place !== '' && !dev && !devOptional)
    .map(([place]) => place);
  const places = new Set([...shipped, 'node_modules/electron']);
  return [...places]
    .map((place) => licenceIn(join(root, place), mitPermission(root)))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * @param {string} folder a package's
 * @param {string} mit what every MIT licence says below its copyright line
 * @returns {Licence}
 */
function licenceIn(folder, mit) {
  const packageFile = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license, author } = packageFile;
  // Some say whose it is and that it is MIT, and leave the text to be known.
  const known =
    license === 'MIT' && author ? `Copyright (c) ${author.name ?? author}\n\n${mit}` : null;
  const text = licenceFileIn(folder) ?? licenceInReadme(folder) ?? known;
  if (text === null) throw new Error(`${name} ${version} comes without a licence's text.`);
  return { name, version, licence: String(license ?? ''), text };
}

/**
 * Out of the project's own licence, which is one.
 *
 * @param {string} root
 */
function mitPermission(root) {
  const text = readFileSync(join(root, 'LICENSE'), 'utf8');
  return text.slice(text.indexOf('Permission is hereby granted')).trim();
}

/** @param {string} folder */
function licenceFileIn(folder) {
  const files = readdirSync(folder).filter((file) => licenceFile.test(file));
  if (files.length === 0) return null;
  return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
}

/**
 * Some packages have it there alone, as the last of its parts.
 *
 * @param {string} folder
 */
function licenceInReadme(folder) {
  const readme = readdirSync(folder).find((file) => /^readme\.md$/i.test(file));
  if (readme === undefined) return null;
  const text = readFileSync(join(folder, readme), 'utf8');
  return /^(?:#+ *licen[cs]e *|licen[cs]e *\n-+)\n([\s\S]*)/im.exec(text)?.[1]?.trim() || null;
}
