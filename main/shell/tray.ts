/** The tray: the session's state by shape and in words, the unread count, and three commands. */
import { join } from 'node:path';
import { computed, effect } from '@preact/signals-core';
import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import { catalogueOf } from '../../i18n';
import type { Language, SessionState } from '../../preload/contract';

/** Shape, not colour alone, tells them apart. */
export type TrayShape = 'active' | 'unreachable' | 'attention' | 'signed-out';

export function shapeOf(state: SessionState['kind']): TrayShape {
  switch (state) {
    case 'active':
      return 'active';
    case 'unreachable':
      return 'unreachable';
    case 'expired':
    case 'displaced':
    case 'keychain-locked':
      return 'attention';
    case 'signed-out':
    case 'signing-in':
    case 'checking':
    case 'no-session':
      return 'signed-out';
  }
}

/** What the tray offers in this state beside opening and quitting. */
export function sessionCommandOf(
  state: SessionState['kind'],
): 'sign-in' | 'sign-in-again' | 'sign-out' | null {
  switch (state) {
    case 'signed-out':
      return 'sign-in';
    case 'expired':
    case 'displaced':
      return 'sign-in-again';
    case 'checking':
    case 'active':
    case 'unreachable':
    case 'no-session':
      return 'sign-out';
    case 'signing-in':
    case 'keychain-locked':
      return null;
  }
}

export interface TrayView {
  readonly state: SessionState['kind'];
  readonly unread: number;
  readonly language: Language;
  /** Without a deployment there is nothing to sign in to. */
  readonly deployment: 'ready' | 'missing';
}

export interface TrayOptions {
  /** The folder with an icon for each shape. */
  readonly icons: string;
  /** Read in an effect: the tray follows whatever signals it reads. */
  readonly view: () => TrayView;
  readonly commands: {
    readonly open: () => void;
    readonly signIn: () => void;
    readonly signOut: () => void;
    readonly quit: () => void;
  };
}

/** Gives back what removes it. */
export function createTray({ icons, view, commands }: TrayOptions): () => void {
  const iconOf = (shape: TrayShape) => nativeImage.createFromPath(join(icons, `${shape}.png`));
  const shape = computed(() => shapeOf(view().state));
  const tray = new Tray(iconOf(shape.peek()));
  tray.on('click', commands.open);

  const stopIcon = effect(() => tray.setImage(iconOf(shape.value)));
  const stopWords = effect(() => {
    const { state, unread, language, deployment } = view();
    const { tray: words, session } = catalogueOf(language);
    tray.setToolTip(words.tooltip({ state, unread }));
    const command = deployment === 'ready' ? sessionCommandOf(state) : null;
    const items: MenuItemConstructorOptions[] = [
      { label: session.state[state], enabled: false },
      { label: words.unread(unread), enabled: false },
      { type: 'separator' },
      { label: words.open, click: commands.open },
      ...(command === 'sign-in' ? [{ label: words.signIn, click: commands.signIn }] : []),
      ...(command === 'sign-in-again'
        ? [{ label: words.signInAgain, click: commands.signIn }]
        : []),
      ...(command === 'sign-out' ? [{ label: words.signOut, click: commands.signOut }] : []),
      { type: 'separator' },
      { label: words.quit, click: commands.quit },
    ];
    tray.setContextMenu(Menu.buildFromTemplate(items));
  });

  return () => {
    stopIcon();
    stopWords();
    tray.destroy();
  };
}
