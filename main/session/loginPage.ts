/** Watches the platform's login page: where it goes, how it fails, and its redirect. */
import type { WebContents } from 'electron';
import type { Failure } from '../../preload/contract';
// Not through the door: that would load the whole platform client before the first paint.
import { networkFailure } from '../openapi/failure';
import { isRedirect } from './redirect';

export interface LoginPageEvents {
  shown(address: string): void;
  failed(failure: Failure, address: string): void;
  /** Once; the address holds secrets and was never sent anywhere. */
  redirected(address: string): void;
}

/** Chromium's code for a load that another one, or our own refusal, replaced. */
const aborted = -3;

export function watchLoginPage(
  contents: WebContents,
  redirectUri: string,
  issuerOf: (host: string) => string | null,
  events: LoginPageEvents,
): void {
  let isOver = false;
  /** What a failed page shows in Chromium must not count as shown. */
  let failed = false;
  let startedAt = Date.now();

  const isHers = (address: string) => !isOver && isRedirect(address, redirectUri);
  const finish = (address: string) => {
    isOver = true;
    contents.stop();
    events.redirected(address);
  };

  // 302 and links; then scripts; then window.open. An iframe's redirect is not the person's.
  const refuseOrFollow = (details: Electron.Event<{ url: string; isMainFrame: boolean }>) => {
    const { url, isMainFrame } = details;
    if (isMainFrame && isHers(url)) {
      details.preventDefault();
      finish(url);
      return;
    }
    const mayShow = isMainFrame ? hasHost(url) : hasHost(url) || isOfItsOwn(url);
    if (isOver || isRedirect(url, redirectUri) || !mayShow) details.preventDefault();
  };
  contents.on('will-redirect', refuseOrFollow);
  contents.on('will-frame-navigate', refuseOrFollow);
  contents.setWindowOpenHandler(({ url }) => {
    if (isHers(url)) finish(url);
    return { action: 'deny' };
  });
  // The last line: whatever way it was reached by, the redirect is not sent.
  contents.session.webRequest.onBeforeRequest(({ url, webContentsId, resourceType }, decide) => {
    const isCaught = isRedirect(url, redirectUri);
    if (isCaught && webContentsId === contents.id && resourceType === 'mainFrame' && isHers(url)) {
      finish(url);
    }
    decide({ cancel: isCaught });
  });

  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (!isMainFrame || isSameDocument) return;
    failed = false;
    startedAt = Date.now();
  });
  contents.on('did-navigate', (_event, address, status) => {
    if (isOver) return;
    const failure = httpFailure(address, status);
    failed = failure !== null;
    if (failure) events.failed(failure, address);
    else events.shown(address);
  });
  contents.on('did-fail-load', (_event, code, description, address, isMainFrame) => {
    if (isOver || !isMainFrame || code === aborted || failed) return;
    failed = true;
    const host = hostIn(address);
    const afterMs = Date.now() - startedAt;
    const attempt = { host, afterMs, limitBytes: 0, issuer: issuerOf(host) };
    events.failed(networkFailure(new Error(`net::${description}`), attempt), address);
  });
  contents.on('render-process-gone', () => {
    const address = contents.getURL();
    if (!isOver) events.failed({ kind: 'refused', host: hostIn(address), how: 'reset' }, address);
  });
}

/** A page that says itself that it is none. Other codes may come with a page to read. */
function httpFailure(address: string, status: number): Failure | null {
  const host = hostIn(address);
  if (status >= 500) return { kind: 'server', host, status };
  return status === 404 ? { kind: 'http-status', host, status } : null;
}

/** The bar says the host of what is shown: a page without one could not be told from another. */
const hasHost = (address: string): boolean => /^https?:/.test(address);
/** What a page makes itself, for a frame within it. */
const isOfItsOwn = (address: string): boolean => /^(about|blob):/.test(address);

const hostIn = (address: string): string => (URL.canParse(address) ? new URL(address).host : '');
