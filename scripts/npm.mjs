import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from './project.mjs';

/** How npm is called: as a program on Unix, through the shell on Windows, where it is a .cmd. */
export const npm = {
  /** @param {string[]} args */
  command: (args) => ({ command: 'npm', args }),

  /** What npm writes to stdout.
   * @param {string[]} args
   */
  output: async (args) => {
    const shell = process.platform === 'win32';
    const { stdout } = await promisify(execFile)('npm', args, { cwd: root, shell });
    return stdout;
  },
};
