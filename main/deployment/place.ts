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
