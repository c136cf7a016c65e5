/** The unread count in the window's title, and on the app's icon where the system has a place for it. */
import { join } from 'node:path';
import { computed, effect } from '@preact/signals-core';
import { app, type BrowserWindow, nativeImage } from 'electron';
import { catalogueOf } from '../../i18n/catalogues';
import type { Language } from '../../preload/contract';
import { badgeOf } from './badge';

export interface UnreadBadgeOptions {
  readonly window: BrowserWindow;
  /** The folder with a picture for each badge. */
  readonly icons: string;
  /** Both are read in effects. */
  readonly unread: () => number;
  readonly language: () => Language;
}

export function followUnread(options: UnreadBadgeOptions): void {
  const { window, icons } = options;
  // Told when the number changes, not whenever what it is read from does.
  const unread = computed(options.unread);
  const words = computed(() => catalogueOf(options.language()));

  // At the app's end messages may go on to change when the window is gone.
  const whileThere = (follow: () => void) => window.once('closed', effect(follow));
  whileThere(() => window.setTitle(words.value.app.windowTitle(unread.value)));
  if (process.platform === 'win32') {
    whileThere(() => {
      const badge = badgeOf(unread.value);
      const picture = badge && nativeImage.createFromPath(join(icons, `${badge}.png`));
      window.setOverlayIcon(picture, badge === null ? '' : words.value.tray.unread(unread.value));
    });
  } else {
    // macOS's dock, and on Linux the launcher of Unity; where there is none it does nothing.
    effect(() => void app.setBadgeCount(unread.value));
  }
}
