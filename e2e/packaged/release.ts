/** The app as it is handed to people. No test can drive it: it is started, watched from outside, ended. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from '../app';
import { ownEnvironment } from '../runningApp';
import { within } from '../within';

export { expect } from '@playwright/test';

export interface RunningRelease {
  readonly pid: number;
  /** All it has printed. */
  printed(): string;
  /** Ends when Chromium's own services run, which is after the app's own start. */
  chromiumIsUp(): Promise<void>;
  /** Ends it as the system does at a log-out; gives its exit code. */
  end(): Promise<number | null>;
}

interface Release {
  readonly start: (
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<RunningRelease>;
}

const endMs = 20_000;

export const test = base.extend<Release>({
  // `tray` is there before the app starts, and outlives it.
  start: async ({ userData, machineFile, tray: _tray }, use) => {
    const { packages, unpackedIn } = await import('../../scripts/unpacked.mjs');
    const { executable } = unpackedIn(packages.release);
    const ends: (() => Promise<unknown>)[] = [];

    await use(async (args, env = {}) => {
      const child = spawn(executable, [`--user-data-dir=${userData}`, '--lang=zh-CN', ...args], {
        env: { ...ownEnvironment(), STAFFROOM_MACHINE_FILE: machineFile, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let printed = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk) => {
          printed += chunk;
        });
      }
      const { pid } = child;
      if (pid === undefined) throw new Error(`${executable} did not start`);
      const ended = once(child, 'close');
      const end = async () => {
        child.kill('SIGTERM');
        await within(endMs, 'the end of the app', ended).catch((error) => {
          child.kill('SIGKILL');
          throw error;
        });
        return child.exitCode;
      };
      ends.push(async () => child.exitCode ?? child.signalCode ?? end());
      return {
        pid,
        printed: () => printed,
        chromiumIsUp: () =>
          expect
            .poll(() => commandsBelow(pid), { timeout: endMs })
            .toContainEqual(expect.stringContaining('--type=utility')),
        end,
      };
    });

    await Promise.all(ends.map((end) => end()));
  },
});

/** The command lines of the processes that it has started, and that these have. */
function commandsBelow(pid: number): readonly string[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const folder = join('/proc', name);
        const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(join(folder, 'status'), 'utf8'))?.[1];
        const command = readFileSync(join(folder, 'cmdline'), 'utf8').replaceAll('\0', ' ');
        return parent === String(pid) ? [{ pid: Number(name), command }] : [];
      } catch {
        // It has ended since.
        return [];
      }
    });
  return children.flatMap((child) => [child.command, ...commandsBelow(child.pid)]);
}
