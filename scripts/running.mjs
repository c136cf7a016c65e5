import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './project.mjs';

const tools = {
  biome: '@biomejs/biome/bin/biome',
  'electron-vite': 'electron-vite/bin/electron-vite.js',
  playwright: '@playwright/test/cli.js',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
};

/** The script of a tool among the packages, for Node to run.
 * @param {keyof typeof tools} name
 */
export const tool = (name) => join(root, 'node_modules', tools[name]);

/** Runs a tool among the packages to its end.
 * @param {keyof typeof tools} name
 * @param {string[]} args
 */
export const runTool = (name, args) => runProgram(process.execPath, [tool(name), ...args]);

/** Runs a program in the checkout's folder, its output being ours.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to ours
 * @param {{ uid?: number, gid?: number, cwd?: string }} [as] another user, another folder
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function runProgram(command, args, env = {}, as = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      ...as,
    });
    // Ctrl-C reaches the program by itself; we only stay until it has ended, to tidy up after it.
    const stay = () => {};
    const pass = () => child.kill('SIGTERM');
    process.on('SIGINT', stay).on('SIGTERM', pass);
    const settle = () => process.off('SIGINT', stay).off('SIGTERM', pass);
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('exit', (code) => {
      settle();
      resolve(code ?? 1);
    });
  });
}
