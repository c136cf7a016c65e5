/** The tray: the session's state by shape and in words, the unread count, and three commands. */
import { join } from 'node:path';
import { computed, effect } from '@preact/signals-core';
import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import { catalogueOf } from '../../i18n/catalogues';
import type { Language, SessionState } from '../../preload/contract';
import { trayIsShown } from './trayHost';
import { type SessionCommand, sessionCommandsOf, shapeOf, type TrayShape } from './trayShape';

export interface TrayView {
  readonly state: SessionState;
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
    readonly tryNow: () => void;
    readonly signOut: () => void;
    readonly quit: () => void;
  };
}

export interface KeptTray {
  /** Whether a closed window can be opened again from the tray, where a person sees it. */
  isThere(): Promise<boolean>;
  remove(): void;
}

/**
 * A tray that is made anew where the desktop's own came later than the app: Electron looks for it
 * once, when it makes the tray, and a panel may well start after what starts with the log-in.
 */
export function keepTray(options: TrayOptions): KeptTray {
  let remove = createTray(options);
  let wasShown = trayIsShown();
  return {
    async isThere() {
      if (!(await trayIsShown())) return false;
      if (!(await wasShown)) {
        remove();
        remove = createTray(options);
        wasShown = Promise.resolve(true);
      }
      return true;
    },
    remove: () => remove(),
  };
}

/** Gives back what removes it. */
function createTray({ icons, view, commands }: TrayOptions): () => void {
  const iconOf = (shape: TrayShape) => nativeImage.createFromPath(join(icons, `${shape}.png`));
  const shape = computed(() => shapeOf(view().state));
  // A menu made anew closes the one she has open: not whenever what the view is read from changes.
  const kind = computed(() => view().state.kind);
  const unread = computed(() => view().unread);
  const language = computed(() => view().language);
  const deployment = computed(() => view().deployment);
  const tray = new Tray(iconOf(shape.peek()));
  tray.on('click', commands.open);

  const stopIcon = effect(() => tray.setImage(iconOf(shape.value)));
  const stopWords = effect(() => {
    const { tray: words, session } = catalogueOf(language.value);
    tray.setToolTip(words.tooltip({ state: kind.value, unread: unread.value }));
    const run: Record<SessionCommand, { readonly label: string; readonly click: () => void }> = {
      'sign-in': { label: words.signIn, click: commands.signIn },
      'sign-in-again': { label: words.signInAgain, click: commands.signIn },
      'show-login': { label: session.showLoginWindow, click: commands.signIn },
      'try-now': { label: session.tryNow, click: commands.tryNow },
      'sign-out': { label: words.signOut, click: commands.signOut },
    };
    const offered = deployment.value === 'ready' ? sessionCommandsOf(kind.value) : [];
    const items: MenuItemConstructorOptions[] = [
      { label: session.state[kind.value], enabled: false },
      { label: words.unread(unread.value), enabled: false },
      { type: 'separator' },
      { label: words.open, click: commands.open },
      ...offered.map((command) => run[command]),
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
