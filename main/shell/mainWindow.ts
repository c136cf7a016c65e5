/** The main window. Its title is its maker's, not the page's. */
import { BrowserWindow, nativeTheme } from 'electron';
import type { Settings } from '../../preload/contract';
import { pageUrl } from './pages';
import type { WindowPlace } from './windowPlace';

const smallest = { minWidth: 360, minHeight: 480 };
/** The page's own background, so that nothing flashes before its first paint (styles/tokens). */
const background = { light: '#ffffff', dark: '#1b1f27' };

export interface MainWindowOptions {
  readonly preload: string;
  readonly place: WindowPlace;
  readonly textSize: Settings['textSize'];
  /** `hidden`: until somebody asks for it. */
  readonly start: 'shown' | 'hidden';
}

/**
 * Shown at once, in its page's background: a window that waits for its page until it is shown has its
 * first paint later.
 */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const { shape, ...bounds } = options.place;
  const window = new BrowserWindow({
    ...bounds,
    ...smallest,
    show: options.start === 'shown',
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      spellcheck: false,
      zoomFactor: options.textSize / 100,
    },
  });
  if (shape === 'maximised') maximise(window, options.start);
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(pageUrl('index'));
  return window;
}

/** Maximising shows it. */
function maximise(window: BrowserWindow, start: MainWindowOptions['start']): void {
  window.maximize();
  if (start === 'hidden') window.hide();
}

/** That page of the window's, whichever she is on; what has been loaded stays. */
export function showPage(window: BrowserWindow, page: 'messages' | 'settings' | 'about'): void {
  const address = `${pageUrl('index')}#${page}`;
  // The same address once more would load the page anew.
  if (window.webContents.getURL() !== address) void window.loadURL(address);
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
