/**
 * The login window in Electron: a page of ours with a bar that shows the host where the password is
 * typed, and below it the platform's login page as a view of its own: sandboxed, without preload, in
 * a partition in memory, assumed hostile.
 */
import { type ReadonlySignal, signal } from '@preact/signals-core';
import { BrowserWindow, type Session, session, type WebContents, WebContentsView } from 'electron';
import type { Failure, LoginSnapshot, Result } from '../../preload/contract';
import { watchLoginPage } from './loginPage';
import type { LoginEnd, LoginWindow } from './loginWindow';

/** Pixels; the page of ours keeps its bar to it (renderer/login). */
const barHeight = 48;
const size = { width: 480, height: 680, minWidth: 360, minHeight: 480 };

export interface OauthWindowOptions {
  /** Loads the page of ours with the bar into the window. */
  readonly loadBar: (window: BrowserWindow) => void;
  readonly preload: string;
  readonly title: () => string;
  /** Offered with a page's second alert, to be rid of those that would follow. */
  readonly noMoreDialogs: () => string;
  /** To stand in front of. */
  readonly parent: () => BrowserWindow | null;
  /** Applied to the partition once, when it is first used; it loads nothing before that has ended. */
  readonly guard: (partition: Session) => Promise<void>;
  /** By how much the text is enlarged, 1 for not at all. */
  readonly zoom: () => number;
  /** Who issued the certificate of `host` that was refused last in that partition. */
  readonly issuerOf: (host: string) => string | null;
  /** A page that may navigate by itself. */
  readonly loginPageMade: (contentsId: number) => void;
}

export interface OauthWindow extends LoginWindow {
  /** Null while no window is open. */
  readonly snapshot: ReadonlySignal<LoginSnapshot | null>;
  /** The window itself, for events to reach its bar. */
  readonly window: () => BrowserWindow | null;
  /** To be called when `zoom` has changed. */
  zoomChanged(): void;
  /** For the bar's buttons. */
  retry(): void;
  cancel(): void;
}

/** A page may have closed itself before. */
function closeContents(contents: WebContents): void {
  if (!contents.isDestroyed()) contents.close();
}

interface Run {
  readonly window: BrowserWindow;
  readonly view: WebContentsView;
  /** The view's, also when they are gone: it has none then. */
  readonly contents: WebContents;
  readonly layOut: () => void;
  readonly tryAgain: () => void;
  readonly end: (end: LoginEnd) => void;
}

export function createOauthWindow(options: OauthWindowOptions): OauthWindow {
  const snapshot = signal<LoginSnapshot | null>(null);
  let partition: Session | null = null;
  let guarded: Promise<void> = Promise.resolve();
  let running: Run | null = null;
  /** Ends the page that is loaded unseen, if one is. */
  let endUnseen: (() => void) | null = null;
  let signedOn = false;

  function loginPartition(): Session {
    if (partition === null) {
      // Without `persist:` it is in memory only, and goes with the app.
      partition = session.fromPartition('login');
      guarded = options.guard(partition);
    }
    return partition;
  }

  function makeView(shown: 'shown' | 'unseen'): WebContentsView {
    const view = new WebContentsView({
      webPreferences: {
        session: loginPartition(),
        sandbox: true,
        spellcheck: false,
        zoomFactor: options.zoom(),
        // One that is loaded unseen is to be as fast as one on the screen.
        backgroundThrottling: false,
        // A page may alert, but not without end; one that nobody sees may not at all.
        safeDialogs: true,
        safeDialogsMessage: options.noMoreDialogs(),
        disableDialogs: shown === 'unseen',
      },
    });
    // WebRTC would go past the proxy, and tell the machine's addresses.
    view.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    options.loginPageMade(view.webContents.id);
    return view;
  }

  function open(): Pick<Run, 'window' | 'view' | 'contents' | 'layOut'> {
    const parent = options.parent();
    const window = new BrowserWindow({
      ...size,
      title: options.title(),
      autoHideMenuBar: true,
      ...(parent?.isVisible() && { parent }),
      webPreferences: {
        preload: options.preload,
        sandbox: true,
        spellcheck: false,
        zoomFactor: options.zoom(),
      },
    });
    // The title says what she does in it, and not which app the bar's page is of.
    window.on('page-title-updated', (event) => event.preventDefault());
    const view = makeView('shown');
    const layOut = () => {
      const { width, height } = window.getContentBounds();
      const y = Math.round(barHeight * options.zoom());
      view.setBounds({ x: 0, y, width, height: Math.max(0, height - y) });
    };
    layOut();
    window.on('resize', layOut);
    window.contentView.addChildView(view);
    options.loadBar(window);
    return { window, view, contents: view.webContents, layOut };
  }

  function show(page: LoginSnapshot['page'], address?: string): void {
    const before = snapshot.value;
    const url = address !== undefined && URL.canParse(address) ? new URL(address) : null;
    snapshot.value = {
      // As URL writes it: a look-alike in other letters appears as xn--…
      host: url?.host ?? before?.host ?? '',
      secure: url ? url.protocol === 'https:' : (before?.secure ?? false),
      page,
    };
    running?.view.setVisible(page.kind === 'shown');
  }

  async function load(view: WebContentsView, address: () => Promise<Result<string>>) {
    show({ kind: 'opening' });
    const [opened] = await Promise.all([address(), guarded]);
    if (running?.view !== view) return;
    if (!opened.ok) return show({ kind: 'failed', failure: opened.failure });
    show({ kind: 'opening' }, opened.value);
    // What fails is told by the page's own events.
    await view.webContents.loadURL(opened.value).catch(() => undefined);
  }

  function close(): void {
    endUnseen?.();
    const closing = running;
    if (closing === null) return;
    running = null;
    snapshot.value = null;
    if (!closing.window.isDestroyed()) closing.window.destroy();
    closeContents(closing.contents);
    closing.end({ kind: 'cancelled' });
  }

  return {
    snapshot,
    window: () => running?.window ?? null,

    run: ({ redirectUri, address, cancelled }) =>
      new Promise<LoginEnd>((resolve) => {
        const { window, view, contents, layOut } = open();
        running = {
          window,
          view,
          contents,
          layOut,
          tryAgain: () => void load(view, address),
          end: resolve,
        };
        window.on('closed', () => {
          if (running?.window !== window) return;
          close();
          cancelled();
        });
        // A page can close itself; a bar without one would be of no use.
        contents.once('destroyed', () => {
          if (running?.view === view) window.close();
        });
        watchLoginPage(contents, redirectUri, options.issuerOf, {
          shown(at) {
            show({ kind: 'shown' }, at);
            contents.focus();
          },
          failed(failure: Failure, at) {
            show({ kind: 'failed', failure }, at);
          },
          redirected(at) {
            signedOn = true;
            show({ kind: 'finishing' });
            resolve({ kind: 'redirected', address: at });
          },
        });
        running.tryAgain();
      }),

    runUnseen: ({ redirectUri, address, timeLimit }) =>
      new Promise<LoginEnd>((resolve) => {
        const { webContents } = makeView('unseen');
        const end = (how: LoginEnd) => {
          clearTimeout(timer);
          endUnseen = null;
          closeContents(webContents);
          resolve(how);
        };
        const giveUp = () => end({ kind: 'cancelled' });
        const timer = setTimeout(giveUp, timeLimit);
        endUnseen = giveUp;
        webContents.once('destroyed', () => {
          if (endUnseen === giveUp) giveUp();
        });
        watchLoginPage(webContents, redirectUri, options.issuerOf, {
          shown: () => undefined,
          failed: giveUp,
          redirected: (at) => end({ kind: 'redirected', address: at }),
        });
        void Promise.all([address(), guarded]).then(([opened]) => {
          if (webContents.isDestroyed()) return;
          if (!opened.ok) return giveUp();
          return webContents.loadURL(opened.value).catch(() => undefined);
        });
      }),

    holdsSignOn: () => signedOn,

    async cookie(address, name) {
      const [cookie] = await loginPartition().cookies.get({ url: address, name });
      return cookie?.value || null;
    },

    show: () => running?.window.show(),
    close,
    zoomChanged() {
      running?.view.webContents.setZoomFactor(options.zoom());
      running?.layOut();
    },
    retry: () => running?.tryAgain(),
    cancel: () => running?.window.close(),

    async forget() {
      signedOn = false;
      if (partition === null) return;
      await Promise.all([
        partition.clearStorageData(),
        partition.clearCache(),
        partition.clearAuthCache(),
        partition.closeAllConnections(),
      ]);
    },
  };
}
