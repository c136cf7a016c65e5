/** The application menu: what the keyboard expects everywhere; on macOS also what its bar shows. */
import { computed, effect } from '@preact/signals-core';
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { catalogueOf } from '../../i18n/catalogues';
import type { Language } from '../../preload/contract';
import type { SettingsService } from './settings';
import { stepTextSize, type TextSizeStep } from './textSize';

interface MenuCommands {
  readonly openSettings: () => void;
  readonly openAbout: () => void;
  readonly textSize: (to: TextSizeStep) => void;
}

interface MenuView {
  readonly language: Language;
  readonly textSize: 'free' | 'locked';
}

/** A menu in the language that is set, made anew when what it shows changes. */
export function followMenu({
  settings,
  openPage,
}: {
  readonly settings: SettingsService;
  readonly openPage: (page: 'settings' | 'about') => void;
}): void {
  const commands: MenuCommands = {
    openSettings: () => openPage('settings'),
    openAbout: () => openPage('about'),
    textSize: (to) => stepTextSize(settings, to),
  };
  const language = computed(() => settings.snapshot.value.languageInUse);
  const textSize = computed(() =>
    settings.snapshot.value.locked.includes('textSize') ? 'locked' : 'free',
  );
  effect(() => {
    const view: MenuView = { language: language.value, textSize: textSize.value };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuOf(process.platform, view, commands)));
  });
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

function menuOf(
  platform: NodeJS.Platform,
  { language, textSize }: MenuView,
  commands: MenuCommands,
): MenuItemConstructorOptions[] {
  const { app, menu } = catalogueOf(language);
  const isMac = platform === 'darwin';
  const about = { label: menu.about, click: commands.openAbout };
  const settings = {
    label: menu.settings,
    accelerator: 'CmdOrCtrl+,',
    click: commands.openSettings,
  };
  const sizes = {
    actual: { label: menu.actualSize, keys: ['CmdOrCtrl+0', 'CmdOrCtrl+num0'] },
    // The key with the plus is reached without Shift, too.
    larger: { label: menu.zoomIn, keys: ['CmdOrCtrl+Plus', 'CmdOrCtrl+=', 'CmdOrCtrl+numadd'] },
    smaller: { label: menu.zoomOut, keys: ['CmdOrCtrl+-', 'CmdOrCtrl+numsub'] },
  } as const;
  /** The first key is shown with the item; the others have items that are not. */
  const sizeItems = (to: keyof typeof sizes): MenuItemConstructorOptions[] =>
    sizes[to].keys.map((accelerator, index) => ({
      label: sizes[to].label,
      accelerator,
      visible: index === 0,
      acceleratorWorksWhenHidden: true,
      enabled: textSize === 'free',
      click: () => commands.textSize(to),
    }));

  const edit: MenuItemConstructorOptions = {
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
  };
  const display: MenuItemConstructorOptions = {
    label: menu.view,
    submenu: [
      ...sizeItems('actual'),
      ...sizeItems('larger'),
      ...sizeItems('smaller'),
      separator,
      { role: 'togglefullscreen', label: menu.fullScreen },
    ],
  };
  if (isMac) {
    return [
      {
        label: app.name,
        submenu: [
          about,
          separator,
          settings,
          separator,
          { role: 'services', label: menu.services },
          separator,
          { role: 'hide', label: menu.hide },
          { role: 'hideOthers', label: menu.hideOthers },
          { role: 'unhide', label: menu.showAll },
          separator,
          { role: 'quit', label: menu.quit },
        ],
      },
      edit,
      display,
      {
        role: 'window',
        label: menu.window,
        submenu: [
          { role: 'minimize', label: menu.minimize },
          { role: 'zoom', label: menu.zoom },
          { role: 'close', label: menu.closeWindow },
          separator,
          { role: 'front', label: menu.allToFront },
        ],
      },
    ];
  }
  return [
    {
      label: menu.file,
      submenu: [
        settings,
        separator,
        { role: 'close', label: menu.closeWindow, accelerator: 'Ctrl+W' },
        { role: 'quit', label: menu.quit, accelerator: 'Ctrl+Q' },
      ],
    },
    edit,
    display,
    { label: menu.help, submenu: [about] },
  ];
}
