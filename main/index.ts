/**
 * Where the main process begins. What the first window needs is here and in the bundle's first file;
 * everything else is loaded while the page is on its way.
 */
import { app, Menu, protocol } from 'electron';
import { refusedStartIn } from '../i18n/refusedStart';
import { beginFirstPage } from './firstPage';
import { openFirstWindow } from './shell/firstWindow';
import { mediaScheme } from './shell/media';
import { listenForOpenRequests } from './shell/openRequests';
import { pagesScheme } from './shell/pages';
import { refuseToStart } from './shell/refusal';
import { refusedIn } from './shell/refusedStart';
import { isRelease } from './shell/release';
import { systemLanguage } from './shell/systemLanguage';

// Before anything else: what is refused is not to touch what is hers, nor reach the app that runs.
const { argv, env, platform } = process;
const [refused, ...alsoRefused] = isRelease()
  ? refusedIn({ args: argv.slice(1), env, platform })
  : [];
if (refused === undefined) startUp();
else refuseToStart([refused, ...alsoRefused], refusedStartIn(systemLanguage()));

function startUp(): void {
  // Must be called before the app is ready, and once (Electron, `protocol`).
  protocol.registerSchemesAsPrivileged([pagesScheme, mediaScheme]);
  // With the fuse for cookies Chromium asks the keyring for a key at each start, waits for it, and leaves
  // an entry of its own there. No cookie of ours is on disk; what secrets there are keytar keeps.
  if (platform === 'linux') app.commandLine.appendSwitch('password-store', 'basic');
  // Else Electron makes one of its own, in vain: ours comes after the first paint.
  Menu.setApplicationMenu(null);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const openRequests = listenForOpenRequests(app, argv);
  void app.whenReady().then(async () => {
    const first = openFirstWindow();
    const firstPage = beginFirstPage(first);
    await firstPage.given;
    try {
      const { run } = await import('./run');
      // Closed before it could be wired to anything.
      if (!first.window.isDestroyed()) run(first, firstPage, openRequests);
    } catch (error) {
      // Before there is a log, and with nothing but the page to say it.
      firstPage.fail(error);
    }
  });
}
