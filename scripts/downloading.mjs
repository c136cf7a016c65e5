import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const mebibyte = 1024 * 1024;

/** Bytes of all files below a folder; 0 when it is not there.
 * @param {string} folder
 * @returns {number}
 */
export function sizeOf(folder) {
  let bytes = 0;
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      // Files come and go while a download is renamed into place.
      bytes += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
    }
  } catch {
    return bytes;
  }
  return bytes;
}

/** How a download ended: `output` is what the program wrote to stdout and stderr.
 * @typedef {{ kind: 'done' | 'failed' | 'stalled', output: string }} DownloadEnd
 */

/**
 * Runs a program that downloads, says every few seconds how far it is, and ends it when the folders
 * it writes to have not grown for a while.
 * @param {{ command: string, args: string[], folders: string[], expectedMiB: number,
 *   stallSeconds: number, cwd?: string, env?: NodeJS.ProcessEnv }} download
 * @returns {Promise<DownloadEnd>}
 */
export function watchDownload(download) {
  return new Promise((resolve) => {
    const size = () => download.folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
    const before = size();
    let largest = before;
    let grewAt = Date.now();
    let saidAt = Date.now();
    let stalled = false;
    let output = '';
    const child = spawn(download.command, download.args, {
      cwd: download.cwd,
      env: download.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !download.command.endsWith('.exe'),
    });
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    const timer = setInterval(() => {
      const now = Date.now();
      const bytes = size();
      if (bytes > largest) {
        largest = bytes;
        grewAt = now;
      }
      if (now - saidAt >= 3000 && largest > before) {
        saidAt = now;
        const got = Math.round((largest - before) / mebibyte);
        console.error(`  ${got} of about ${download.expectedMiB} MB`);
      }
      if (now - grewAt > download.stallSeconds * 1000) {
        stalled = true;
        child.kill();
      }
    }, 500);
    /** @param {DownloadEnd['kind']} kind */
    const end = (kind) => {
      clearInterval(timer);
      resolve({ kind, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end('failed');
    });
    child.on('close', (code) => end(stalled ? 'stalled' : code === 0 ? 'done' : 'failed'));
  });
}
