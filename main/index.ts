/**
 * Where the main process begins. What the first window needs is here and in the bundle's first file;
 * everything else is loaded while the page is on its way.
 */
import { app, protocol } from 'electron';
import { openFirstWindow } from './shell/firstWindow';
import { mediaScheme } from './shell/media';
import { listenForOpenRequests } from './shell/openRequests';
import { pagesScheme } from './shell/pages';

// Must be called before the app is ready, and once (Electron, `protocol`).
protocol.registerSchemesAsPrivileged([pagesScheme, mediaScheme]);
if (app.requestSingleInstanceLock()) {
  const openRequests = listenForOpenRequests(app, process.argv);
  void app.whenReady().then(async () => {
    const first = openFirstWindow();
    await first.handedOver;
    const { run } = await import('./run');
    run(first, openRequests);
  });
} else {
  app.quit();
}
