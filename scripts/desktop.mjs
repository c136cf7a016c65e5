// A desktop of a program's own: a virtual display, a session bus and an unlocked keyring in a home
// that is thrown away, so that nothing of the person's own is read or changed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Stop } from './project.mjs';

const screen = '1440x960x24';

/** What gnome-keyring-daemon reads as the keyring's password; the keyring lives as long as the home. */
const unlockThenRun =
  'printf practice | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@" 2>&3 3>&-';

/** Variables that would lead a program back to the person's own desktop, bus, keyring or folders. */
const ownDesktop =
  /^(DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|DBUS_.*|XDG_.*|GNOME_KEYRING_.*|LANGUAGE)$/;

/** The session bus with its own rules, but for one: it lets in other users than the one it is run by. */
const openBus = `<busconfig>
  <include>/usr/share/dbus-1/session.conf</include>
  <policy context="default"><allow user="*"/></policy>
</busconfig>`;

/**
 * Runs a program on a desktop of its own and leaves no process and no file of it behind.
 * @param {string} command
 * @param {string[]} args
 * @param {{ bus?: 'own' | 'open' }} [how] `open`: what other users run may be shown on it, too
 * @returns {Promise<number>} its exit code
 */
export async function onOwnDesktop(command, args, { bus = 'own' } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'staffroom-desktop-'));
  const runtimeFolder = join(home, 'run');
  mkdirSync(runtimeFolder, { mode: 0o700 });
  const inherited = Object.entries(process.env).filter(([name]) => !ownDesktop.test(name));
  const base = { ...Object.fromEntries(inherited), HOME: home, XDG_RUNTIME_DIR: runtimeFolder };

  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
  let display;
  try {
    display = await startDisplay(base);
    const busArgs = [];
    if (bus === 'open') {
      const file = join(home, 'bus.conf');
      writeFileSync(file, openBus);
      busArgs.push(`--config-file=${file}`);
    }
    const session = ['--', 'bash', '-c', unlockThenRun, 'bash', command, ...args];
    return await runSession([...busArgs, ...session], { ...base, DISPLAY: display.name }, stopping);
  } finally {
    await endProcessesOf(home);
    await display?.end();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    process.off('SIGINT', stop).off('SIGTERM', stop).off('SIGHUP', stop);
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function startDisplay(env) {
  // With -displayfd the server takes a free number itself and writes it when it is ready.
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, {
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let errors = '';
  server.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const number = await new Promise((resolve, reject) => {
    server.stdio[3]?.once('data', (chunk) => resolve(String(chunk).trim()));
    server.once('error', (error) => reject(new Stop(`Xvfb did not start: ${error.message}`)));
    server.once('exit', () => reject(new Stop(`Xvfb did not start: ${errors.trim()}`)));
  });
  const end = async () => {
    const ended = once(server, 'exit');
    if (server.kill()) await ended;
  };
  return { name: `:${number}`, end };
}

/**
 * @param {string[]} sessionArgs of dbus-run-session
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortController} stopping
 * @returns {Promise<number>}
 */
function runSession(sessionArgs, env, stopping) {
  return new Promise((resolve, reject) => {
    // A process group of its own: an interruption from the terminal reaches it through `stopping`.
    const session = spawn('dbus-run-session', sessionArgs, {
      env,
      // The bus tells on stderr which services it starts; the program's own stderr goes past it.
      stdio: ['ignore', 'inherit', 'ignore', 2],
      detached: true,
    });
    stopping.signal.addEventListener('abort', () => {
      if (session.pid !== undefined && session.exitCode === null) {
        process.kill(-session.pid, 'SIGTERM');
      }
    });
    session.once('error', reject);
    session.once('exit', (code) => resolve(stopping.signal.aborted ? 130 : (code ?? 1)));
  });
}

/** Ends what a session left running; the home's name, which is no one else's, tells which these are.
 * @param {string} home
 */
async function endProcessesOf(home) {
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGTERM', 'SIGKILL', 'SIGKILL'])) {
    const left = processesOf(home);
    if (left.length === 0) return;
    for (const pid of left) {
      try {
        process.kill(pid, signal);
      } catch {
        // It ended by itself in the meantime.
      }
    }
    await after(250);
  }
}

/** @param {string} home */
function processesOf(home) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
        return command !== 'Xvfb' && environment.includes(`HOME=${home}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}
