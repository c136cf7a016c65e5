/** All that comes before the first paint: the window with its page, and what the two are to look like. */
import { join } from 'node:path';
import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import { app, type BrowserWindow, nativeTheme, session } from 'electron';
import type { Language } from '../../preload/contract';
import { openJsonFile } from '../storage/jsonFile';
import { electronDisplays } from './displays';
import { finishForgetting } from './forget';
import { guardEveryPage, refuseNetwork, refusePermissions } from './guards';
import { startsHidden } from './hiddenStart';
import { keepPlace, placeAtStart } from './keptPlace';
import { createMainWindow } from './mainWindow';
import { servePages } from './pages';
import { createSettings, type SettingsService } from './settings';
import { systemLanguage } from './systemLanguage';
import type { WindowPlace } from './windowPlace';

export interface FirstWindow {
  readonly window: BrowserWindow;
  /** `hidden`: until somebody asks for it. */
  readonly start: 'shown' | 'hidden';
  /** Ends when the window has its page. */
  readonly pageGiven: Promise<void>;
  /** Ends when the page has been painted for the first time. */
  readonly painted: Promise<void>;
  readonly settings: SettingsService;
  readonly language: ReadonlySignal<Language>;
  /** Ids of the contents that are let navigate. */
  readonly loginPages: Set<number>;
  readonly userData: string;
  /** The path of the script that every page of ours gets. */
  readonly preload: string;
  /** Files that were found broken, each with where it was moved to. */
  readonly setAside: readonly (readonly [name: string, to: string | null])[];
}

export function openFirstWindow(): FirstWindow {
  const userData = app.getPath('userData');
  finishForgetting(userData);
  const settingsFile = openJsonFile(userData, 'settings');
  const settings = createSettings({
    file: settingsFile,
    systemLanguage: systemLanguage(),
    version: app.getVersion(),
  });
  const language = computed(() => settings.snapshot.value.languageInUse);
  effect(() => {
    nativeTheme.themeSource = settings.snapshot.value.theme;
  });

  const loginPages = new Set<number>();
  guardEveryPage((contentsId) => loginPages.has(contentsId));
  refusePermissions(session.defaultSession);
  refuseNetwork(session.defaultSession);
  const built = (...path: string[]) => join(app.getAppPath(), 'out', ...path);
  const pageGiven = servePages(session.defaultSession, built('renderer'), () => language.value);

  const preload = built('preload', 'index.js');
  const start = startsHidden(settings.snapshot.value.launchAtLogin) ? 'hidden' : 'shown';
  const displays = electronDisplays();
  const placeFile = openJsonFile<WindowPlace>(userData, 'window');
  const window = createMainWindow({
    preload,
    place: placeAtStart(placeFile, displays),
    textSize: settings.snapshot.value.textSize,
    start,
  });
  keepPlace(window, placeFile, displays);
  return {
    window,
    start,
    pageGiven,
    painted: new Promise((resolve) => window.once('ready-to-show', () => resolve())),
    settings,
    language,
    loginPages,
    userData,
    preload,
    setAside: [
      ['settings', settingsFile.setAside],
      ['window', placeFile.setAside],
    ],
  };
}
