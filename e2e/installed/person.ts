/** An ordinary user at this machine: what she starts runs as her, with a home of her own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { storedVersion } from '../../preload/stored';
import { within } from '../within';
import { output } from './administrator';

/** Who has no rights on any system; her groups are those of nobody else. */
const account = { user: 'nobody', group: 'nogroup' };

/** For a window to come. */
const windowMs = 15_000;
/** Long, for a machine that is busy with other things. */
const endMs = 60_000;

export interface Running {
  readonly pid: number;
  /** All it has printed so far. */
  printed(): string;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
}

export interface Person {
  readonly home: string;
  /** Where the app keeps her files. */
  readonly userData: string;
  /** A file of hers in her home, in folders that are made where they are missing. */
  owns(path: string, text: string): Promise<string>;
  /** A copy in her home. */
  gets(file: string): Promise<string>;
  starts(command: string, ...args: readonly string[]): Running;
  /** Ends with the program, and gives what it printed; fails when it failed. */
  runs(command: string, ...args: readonly string[]): Promise<string>;
  /** Writes over what is in the field that has the keyboard. */
  types(text: string): Promise<void>;
  /** By the key's name for X. */
  presses(key: 'Tab' | 'Return'): Promise<void>;
  /** Gives the window the keyboard, once there is one with such a title. */
  turnsTo(title: string): Promise<void>;
  /** Ends what she started, and removes her home. */
  leaves(): Promise<void>;
}

export async function somebody(): Promise<Person> {
  // Where every user may write (Filesystem Hierarchy Standard); root's own TMPDIR may be closed.
  const home = await mkdtemp('/tmp/staffroom-person-');
  const [uid = Number.NaN, gid = Number.NaN] = (
    await Promise.all([output('id', ['-u', account.user]), output('id', ['-g', account.user])])
  ).map(Number);
  await chown(home, uid, gid);
  const started: ChildProcess[] = [];

  const folder = async (path: string): Promise<void> => {
    if (path === home) return;
    await folder(dirname(path));
    await mkdir(path, { mode: 0o700 }).then(
      () => chown(path, uid, gid),
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      },
    );
  };
  const owns = async (name: string, text: string) => {
    const path = join(home, name);
    await folder(dirname(path));
    await writeFile(path, text);
    await chown(path, uid, gid);
    return path;
  };

  await folder(join(home, 'run'));
  // As if she had agreed to what is stored: how she is asked is another test's.
  const agreed = JSON.stringify({ agreedTo: storedVersion });
  await owns('.config/Staffroom/settings.json', agreed);

  const { DISPLAY = '', DBUS_SESSION_BUS_ADDRESS = '' } = process.env;
  const env = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    USER: account.user,
    LANG: 'zh_CN.UTF-8',
    XDG_RUNTIME_DIR: join(home, 'run'),
    DISPLAY,
    DBUS_SESSION_BUS_ADDRESS,
    // In place of the machine's own, with its logind.
    DBUS_SYSTEM_BUS_ADDRESS: DBUS_SESSION_BUS_ADDRESS,
  };

  const starts = (command: string, ...args: readonly string[]): Running => {
    const rights = [`--reuid=${account.user}`, `--regid=${account.group}`, '--clear-groups'];
    const child = spawn('setpriv', [...rights, '--inh-caps=-all', command, ...args], {
      env,
      cwd: home,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, by which it is ended with all it started.
      detached: true,
    });
    started.push(child);
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        printed += chunk;
      });
    }
    const ended = once(child, 'exit').then(([code]): number | null => code);
    if (child.pid === undefined) throw new Error(`${command} was not started.`);
    return { pid: child.pid, printed: () => printed, ended };
  };

  return {
    home,
    userData: join(home, '.config', 'Staffroom'),
    owns,
    async gets(file) {
      const copy = join(home, basename(file));
      await copyFile(file, copy);
      await chown(copy, uid, gid);
      return copy;
    },
    starts,
    async runs(command, ...args) {
      const running = starts(command, ...args);
      const code = await within(endMs, `the end of ${command}`, running.ended);
      if (code !== 0) throw new Error(`${command} ended with ${code}: ${running.printed()}`);
      return running.printed();
    },
    async types(text) {
      await output('xdotool', ['key', 'ctrl+a']);
      await output('xdotool', ['type', '--delay', '40', text]);
    },
    async presses(key) {
      await output('xdotool', ['key', key]);
    },
    async turnsTo(title) {
      const search = ['search', '--sync', '--onlyvisible', '--name', title];
      const windows = await within(windowMs, `a window “${title}”`, output('xdotool', search));
      const [window = ''] = windows.trim().split('\n');
      await output('xdotool', ['windowfocus', '--sync', window]);
    },
    async leaves() {
      for (const child of started) end(child);
      await Promise.all(
        started.map(async (child) => {
          while (isRunning(child)) await pause(50);
        }),
      );
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function end(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // None of its group runs any more.
  }
}

function isRunning(child: ChildProcess): boolean {
  try {
    return child.pid !== undefined && process.kill(-child.pid, 0);
  } catch {
    return false;
  }
}
