/** The application menu: what the keyboard expects everywhere; on macOS also what its bar shows. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { catalogueOf } from '../../i18n';
import type { Language } from '../../preload/contract';

/** `openAbout` shows our own page in place of the system's box. */
export function setMenu(language: Language, openAbout: () => void): void {
  const { app, menu } = catalogueOf(language);
  const isMac = process.platform === 'darwin';
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const about: MenuItemConstructorOptions = { label: menu.about, click: openAbout };
  const appMenu: MenuItemConstructorOptions = {
    label: app.name,
    submenu: [
      about,
      separator,
      { role: 'services', label: menu.services },
      separator,
      { role: 'hide', label: menu.hide },
      { role: 'hideOthers', label: menu.hideOthers },
      { role: 'unhide', label: menu.showAll },
      separator,
      { role: 'quit', label: menu.quit },
    ],
  };
  const fileMenu: MenuItemConstructorOptions = {
    label: menu.file,
    submenu: [
      { role: 'close', label: menu.closeWindow },
      { role: 'quit', label: menu.quit },
    ],
  };
  const template: MenuItemConstructorOptions[] = [
    isMac ? appMenu : fileMenu,
    {
      label: menu.edit,
      submenu: [
        { role: 'undo', label: menu.undo },
        { role: 'redo', label: menu.redo },
        separator,
        { role: 'cut', label: menu.cut },
        { role: 'copy', label: menu.copy },
        { role: 'paste', label: menu.paste },
        { role: 'selectAll', label: menu.selectAll },
      ],
    },
    {
      label: menu.view,
      submenu: [
        { role: 'resetZoom', label: menu.actualSize },
        { role: 'zoomIn', label: menu.zoomIn },
        { role: 'zoomOut', label: menu.zoomOut },
        separator,
        { role: 'togglefullscreen', label: menu.fullScreen },
      ],
    },
    ...(isMac
      ? [
          {
            label: menu.window,
            submenu: [
              { role: 'minimize', label: menu.minimize } as const,
              { role: 'close', label: menu.closeWindow } as const,
            ],
          },
        ]
      : [{ label: menu.help, submenu: [about] }]),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
