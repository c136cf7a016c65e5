/**
 * A start as a person's: a plain process, with nothing attached to it. The port for debugging is open,
 * in ours and in the blank window alike, and nobody asks there before what is measured is over.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { checkoutProgram, ownEnvironment } from '../e2e/runningApp';
import { within } from '../e2e/within';

export interface PlainApp {
  /** Holds the package.json. */
  readonly folder: string;
  readonly userData: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface PlainStart {
  readonly pid: number;
  /** Milliseconds since 1970, right before the process was made. */
  readonly spawnedAt: number;
  /** Ends so many milliseconds after that; fails when the app ended meanwhile, and says how. */
  until(ms: number): Promise<void>;
  /** Does something in the window's page, and lets go of it. */
  inPage<Value>(act: (page: Page) => Promise<Value>): Promise<Value>;
  /** Quits it as the system does. */
  end(): Promise<void>;
}

const quitMs = 20_000;

export async function startPlainly({ folder, userData, env }: PlainApp): Promise<PlainStart> {
  const { program, args: own } = await checkoutProgram(folder);
  const portFile = join(userData, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  const switches = [`--user-data-dir=${userData}`, '--lang=zh-CN', '--remote-debugging-port=0'];
  const options = { env: { ...ownEnvironment(), ...env }, stdio: 'ignore' } as const;
  // The clock on the wall, as the page's `timeOrigin` is: Node's own drifts from it within minutes.
  const spawnedAt = Date.now();
  const child = spawn(program, [...own, ...switches], options);
  const ended = once(child, 'exit');
  const { pid } = child;
  if (pid === undefined) throw new Error('the app has no process');
  return {
    pid,
    spawnedAt,
    async until(ms) {
      await pause(Math.max(0, spawnedAt + ms - Date.now()));
      const { exitCode, signalCode } = child;
      if (exitCode !== null || signalCode !== null) {
        throw new Error(`the app of ${folder} ended by itself: ${signalCode ?? exitCode}`);
      }
    },

    async inPage(act) {
      const [port] = (await readFile(portFile, 'utf8')).split('\n');
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      try {
        const pages = browser.contexts().flatMap((context) => context.pages());
        const page = pages.find((one) => windowAddress.test(one.url()));
        if (page === undefined) throw new Error('the app has no window');
        return await act(page);
      } finally {
        // Of what has been connected to, only the connection.
        await browser.close();
      }
    },

    async end() {
      child.kill('SIGTERM');
      try {
        await within(quitMs, 'the end of the app', ended);
      } finally {
        child.kill('SIGKILL');
      }
    },
  };
}

/** Of the app's main window, and of the blank one. */
export const windowAddress = /^app:\/\/staffroom\/(?!login)|^file:.*\/blank\/index\.html$/;
