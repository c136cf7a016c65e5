/** What no page may do, whoever it comes from: see Electron's security checklist. */
import { app, type Session } from 'electron';
import { isMediaOfOurs } from './media';
import { isPageOfOurs } from './pages';

/** For every page that will ever be made. A login page is let navigate by its own window. */
export function guardEveryPage(mayNavigate: (contentsId: number) => boolean): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (details) => {
      if (!mayNavigate(contents.id)) details.preventDefault();
    });
    contents.on('will-redirect', (details) => {
      if (!mayNavigate(contents.id)) details.preventDefault();
    });
    // Without a word of ours the first device in reach would be given (Electron, `webContents`).
    contents.on('select-bluetooth-device', (event, _devices, choose) => {
      event.preventDefault();
      choose('');
    });
  });
  // Else a server that asks would be sent the first certificate of hers, and learn her name from it.
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
}

/** Camera, location, notifications and all the rest; downloads, Chromium's own among them. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // Else Chromium fetches dictionaries from its maker's servers, used or not.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

/**
 * Pages of ours load what is ours and nothing else, whatever finds its way into them. The pictures of
 * messages are shown, and not read.
 */
export function refuseNetwork(session: Session): void {
  session.webRequest.onBeforeRequest(({ url, resourceType, frame }, decide) => {
    const isPicture =
      isMediaOfOurs(url) && resourceType === 'image' && isPageOfOurs(frame?.url ?? '');
    const isOwn = isPicture || isPageOfOurs(url) || /^(devtools|data|blob):/.test(url);
    decide({ cancel: !isOwn });
  });
}
