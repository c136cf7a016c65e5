/** The desktop entry that starts the app with the log-in (freedesktop.org, Desktop Entry 1.5). */
import { catalogueOf } from '../../i18n/catalogues';

export const autostartEntry = (command: readonly string[]): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.5',
    `Name=${catalogueOf('en-US').app.name}`,
    `Name[zh_CN]=${catalogueOf('zh-CN').app.name}`,
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');

/**
 * As "The Exec key" wants it: in quotes with a backslash before what a shell would read in them, `%`
 * doubled for the field codes; and each backslash doubled once more, as in every string of the file.
 */
function quoted(argument: string): string {
  const escaped = argument.replace(/["`$\\]/g, (sign) => `\\${sign}`).replaceAll('%', '%%');
  return `"${escaped}"`.replaceAll('\\', '\\\\');
}
