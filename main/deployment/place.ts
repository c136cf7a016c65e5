/** The machine-wide file, which only administrators may write. */
export function machinePlace(platform: NodeJS.Platform, programData: string | undefined): string {
  switch (platform) {
    case 'win32':
      return `${programData ?? 'C:\\ProgramData'}\\Staffroom\\deployment.json`;
    case 'darwin':
      return '/Library/Application Support/Staffroom/deployment.json';
    default:
      return '/etc/staffroom/deployment.json';
  }
}

/** Root, and on Windows, where users have no numbers, those that `accessList.ts` knows. */
const root = 0;

export interface MachineFile {
  readonly machine: string;
  /** The number of the user who alone may change it. */
  readonly administrator: number;
}

/**
 * The machine's file; in development and in tests the one that STAFFROOM_MACHINE_FILE names, which is to
 * be the person's own: a release does not look at the variable, or anybody could be an administrator.
 */
export function machineFile(
  build: 'release' | 'other',
  { platform, env, getuid }: Pick<NodeJS.Process, 'platform' | 'env' | 'getuid'>,
): MachineFile {
  const own = build === 'release' ? undefined : env.STAFFROOM_MACHINE_FILE;
  return own
    ? { machine: own, administrator: getuid?.() ?? root }
    : { machine: machinePlace(platform, env.ProgramData), administrator: root };
}
