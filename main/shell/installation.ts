/** How this app came onto the computer, and so whether it can renew itself. */
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';

/**
 * `by-itself`: an AppImage, or what the person herself has installed on Windows. All else is somebody
 * else's to renew: a package needs an administrator's rights, an archive has no place that it owns,
 * and what macOS' own updater takes is not built. Asking for those rights here would let whoever
 * swaps the file between its check and its installation become administrator.
 */
export type Installation = 'by-itself' | 'by-others';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly executable: string;
  readonly environment: { readonly [name: string]: string | undefined };
  /** Whether she may change what is there. */
  readonly mayWrite?: (path: string) => boolean;
}

export function installationOf(surroundings: Surroundings): Installation {
  switch (surroundings.platform) {
    case 'linux':
      return ofAppImage(surroundings);
    case 'win32':
      return ofWindows(surroundings);
    default:
      return 'by-others';
  }
}

/** Its runtime names its file, and where it is mounted (AppImage, `type2-runtime`). */
function ofAppImage({
  executable,
  environment,
  mayWrite = systemLets,
}: Surroundings): Installation {
  const { APPIMAGE: file = '', APPDIR: mounted = '' } = environment;
  // A variable left over from another AppImage that started this one names that one's file.
  const isInIt = executable.startsWith(`${resolved(mounted)}${sep}`);
  return isAbsolute(file) && isInIt && isRenewable(file, mayWrite) ? 'by-itself' : 'by-others';
}

/** As the system writes an executable's place: without links. Never the place of one if it is none. */
function resolved(folder: string): string {
  try {
    return realpathSync(isAbsolute(folder) ? folder : '');
  } catch {
    return sep;
  }
}

/** NSIS leaves its uninstaller beside the program, an MSI leaves none; ours installs per person. */
function ofWindows({ executable, mayWrite = systemLets }: Surroundings): Installation {
  const folder = dirname(executable);
  const uninstaller = join(folder, `Uninstall ${basename(executable)}`);
  return existsSync(uninstaller) && isRenewable(executable, mayWrite) ? 'by-itself' : 'by-others';
}

/** The file is taken away, and another is put into its folder. */
const isRenewable = (file: string, mayWrite: (path: string) => boolean): boolean =>
  mayWrite(file) && mayWrite(dirname(file));

function systemLets(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
