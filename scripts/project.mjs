import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the scripts keep what takes long to get; git and npm leave it alone. */
export const cache = join(root, 'node_modules', '.cache', 'staffroom');

/** Reads a JSON file; undefined when it is missing or broken.
 * @param {string} file
 * @returns {any}
 */
export function readJson(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** What stops a script with words for the person at the screen, and without a stack. */
export class Stop extends Error {}

/** Runs a script's main function: a `Stop` is said in its own words, anything else with its stack.
 * @param {() => Promise<number | void>} main gives the exit code; nothing is 0
 */
export async function run(main) {
  // Some tools take CI for a terminal with colours; a file or a pipe has none.
  if (!process.stdout.isTTY) process.env.NO_COLOR ??= '1';
  let code = 1;
  // electron-builder ends the process by itself (async-exit-hook), always as a success.
  process.once('exit', () => {
    process.exitCode = code;
  });
  try {
    code = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
  }
  process.exitCode = code;
}
