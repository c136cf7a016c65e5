/** The app in a real Electron, watched for what must not happen in it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { wholeStringsInSnapshots } from './heap';
import { inMain } from './inMain';
import { within } from './within';

export const appRoot = resolve(__dirname, '..');

export interface Start {
  /** Holds the package.json of a built app. */
  readonly folder: string;
  /** The packaged app's, which is run in place of that folder. */
  readonly executable?: string;
  readonly userData: string;
  readonly language: 'zh-CN' | 'en-US';
  readonly switches?: readonly string[];
  /** A file that gets everything the app prints, from its first line. */
  readonly printed: string;
  /** Beside the test's own. */
  readonly env: Readonly<Record<string, string>>;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  /** Everything the app has printed, on both of its outputs. */
  output(): string;
  /** Errors that nobody in the app caught, in its main process or its pages. */
  uncaught(): readonly string[];
  /** Ends when the process has, by whatever way, with its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Ends it as `kill -9` does: it is told nothing. */
  kill(): Promise<void>;
  /** Quits as the system does; nothing when it has ended. Fails, and kills it, when it stays. */
  close(): Promise<void>;
}

const quitMs = 10_000;

/** Starts the app; it has then been told to run, and may not have a window yet. */
export async function startApp(start: Start): Promise<RunningApp> {
  const { command, args, env } = await commandOf(start);
  const app = await _electron.launch({
    executablePath: command,
    // Else Playwright says "light" whatever the app and its system say.
    colorScheme: null,
    // Else Playwright adds --no-sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    args,
    env,
  });

  const child = app.process();
  const ended = once(child, 'close').then(([code]): number | null => code);
  const pageErrors: string[] = [];
  app.context().on('weberror', (event) => {
    const error = event.error();
    pageErrors.push(error.stack ?? error.message);
  });
  await tellUncaughtErrors(app);

  const output = () => readFileSync(start.printed, 'utf8');
  return {
    app,
    output,
    uncaught: () => [
      ...pageErrors,
      ...output()
        .split('\n')
        .filter((line) => uncaughtLine.test(line)),
    ],
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async close() {
      const hasEnded = child.exitCode !== null || child.signalCode !== null;
      if (hasEnded) return void (await ended);
      try {
        await within(quitMs, 'the end of the app', Promise.all([app.close(), ended]));
      } catch (error) {
        child.kill('SIGKILL');
        await ended;
        throw error;
      }
    },
  };
}

/** Starts the app beside one that runs, and gives the exit code it ends with. */
export async function startSecond(start: Start): Promise<number | null> {
  const { command, args, env } = await commandOf(start);
  const child = spawn(command, args, { env, stdio: 'ignore' });
  try {
    const [code] = await within(quitMs, 'the end of the second start', once(child, 'exit'));
    return code;
  } finally {
    child.kill('SIGKILL');
  }
}

async function commandOf(start: Start) {
  const { folder, executable } = start;
  // A packaged app gets nothing that would take its sandbox away: as root it does not start.
  const { program, args } =
    executable === undefined ? await checkoutProgram(folder) : { program: executable, args: [] };
  return {
    command: join(__dirname, 'desktop', 'recorded.sh'),
    args: [
      ...args,
      `--user-data-dir=${start.userData}`,
      `--lang=${start.language}`,
      wholeStringsInSnapshots,
      ...(start.switches ?? []),
    ],
    env: {
      ...ownEnvironment(),
      ...start.env,
      RECORDED_PROGRAM: program,
      RECORDED_IN: start.printed,
    },
  };
}

/** What runs an app that is compiled in a folder: the Electron of the checkout. */
export async function checkoutProgram(folder: string) {
  // Not above: Playwright turns those into require(), which takes no module that awaits.
  const { electronRuntime } = await import('../scripts/runtime.mjs');
  const { executable } = await electronRuntime();
  // Chromium refuses to run as root with its sandbox.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { program: executable, args: [folder, ...asRoot] };
}

/** What we print below, and what Node prints of a rejected promise that nobody awaited. */
const uncaughtLine = /^Uncaught in main: |UnhandledPromiseRejection/;

/** Electron shows uncaught errors in a box on the screen, where no test sees them. */
async function tellUncaughtErrors(app: ElectronApplication): Promise<void> {
  await inMain(app, () => {
    if (process.listenerCount('uncaughtExceptionMonitor') > 0) return;
    process.on('uncaughtExceptionMonitor', (error) => {
      console.error(`Uncaught in main: ${error.stack ?? error}`.replaceAll('\n', ' '));
    });
  });
}

/**
 * Without the name of the person's desktop: on GNOME and others Chromium hands the tray's picture
 * over as a file instead of pixels. In place of the machine's own system bus, with its logind, there
 * is the session bus of the tests.
 */
export function ownEnvironment(): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !['XDG_CURRENT_DESKTOP', 'ELECTRON_RUN_AS_NODE'].includes(entry[0]),
  );
  const { DBUS_SESSION_BUS_ADDRESS: bus = '' } = process.env;
  return { ...Object.fromEntries(inherited), DBUS_SYSTEM_BUS_ADDRESS: bus };
}
