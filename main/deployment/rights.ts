/** Who but administrators may change the machine's deployment file, or put another in its place. */
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { onlyAdministratorsChange } from './accessList';

export type Rights =
  | 'administrators-alone'
  | 'others-too'
  /** The system did not tell them. */
  | 'unknown';

/** Of the file and of the folder it is in. The administrator's number counts where users have one. */
export function rightsOf(
  path: string,
  administrator: number,
  platform: NodeJS.Platform,
): Promise<Rights> {
  const places = [path, dirname(path)];
  return platform === 'win32'
    ? windowsRights(places)
    : Promise.resolve(posixRights(places, administrator));
}

function posixRights(places: readonly string[], administrator: number): Rights {
  const othersMayWrite = 0o022;
  const isSafe = places.every((place) => {
    const { uid, mode } = statSync(place);
    return uid === administrator && (mode & othersMayWrite) === 0;
  });
  return isSafe ? 'administrators-alone' : 'others-too';
}

/** PowerShell takes a second or two to start, on an old machine more. */
const timeLimit = 20_000;

/** `|` is in no path of Windows. The paths are no part of the command: nothing in them can be one. */
const command =
  "$ErrorActionPreference = 'Stop'; foreach ($place in $env:STAFFROOM_PLACES.Split('|')) { (Get-Acl -LiteralPath $place).Sddl }";

/** Node knows nothing of Windows' rights, and icacls prints names in Windows' own language. */
async function windowsRights(places: readonly string[]): Promise<Rights> {
  const { SystemRoot = 'C:\\Windows' } = process.env;
  // By its full path: a program of that name might lie in the app's own folder.
  const program = join(SystemRoot, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  try {
    const { stdout } = await promisify(execFile)(
      program,
      ['-NoProfile', '-NonInteractive', '-Command', command],
      {
        timeout: timeLimit,
        windowsHide: true,
        env: { ...process.env, STAFFROOM_PLACES: places.join('|') },
      },
    );
    return rightsFrom(stdout, places.length);
  } catch {
    return 'unknown';
  }
}

/** `printed` has a security descriptor in each of its lines. */
export function rightsFrom(printed: string, count: number): Rights {
  const descriptors = printed.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (descriptors.length !== count) return 'unknown';
  return descriptors.every(onlyAdministratorsChange) ? 'administrators-alone' : 'others-too';
}
