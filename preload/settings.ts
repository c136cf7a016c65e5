/** The person's settings, and what a page knows from the start. */
export type Language = 'zh-CN' | 'en-US';

/** Per cent. */
export type TextSize = 100 | 115 | 130 | 150 | 200;

export type ProxySetting =
  | { readonly kind: 'system' }
  | { readonly kind: 'none' }
  | { readonly kind: 'manual'; readonly host: string; readonly port: number };

export interface Settings {
  readonly language: Language | 'system';
  readonly theme: 'system' | 'light' | 'dark';
  readonly textSize: TextSize;
  /** Whether it starts when she logs in to the computer; `hidden`: in the tray alone. */
  readonly launchAtLogin: 'off' | 'shown' | 'hidden';
  /** Whether closing the window leaves the app in the tray; where there is none it quits. */
  readonly closeToTray: 'on' | 'off';
  /** How long a message is open before it counts as read; null: not by itself. */
  readonly markReadAfterSeconds: number | null;
  /** Notices of the system's for new messages. */
  readonly notifications: 'on' | 'off';
  /** No notices between these times of day (`HH:MM`, across midnight where `from` is later). */
  readonly quietHours: { readonly from: string; readonly to: string } | null;
  /** Many people use this computer; it stays so until somebody says otherwise. */
  readonly sharedComputer: 'yes' | 'no';
  readonly proxy: ProxySetting;
}

export type SettingName = keyof Settings;

/** What the school's IT has laid down in the machine's deployment file. */
export type SettingsPolicy = { readonly [Name in SettingName]?: Settings[Name] | undefined };

export interface SettingsSnapshot extends Settings {
  /** What `system` comes to on this machine, or the language that was chosen. */
  readonly languageInUse: Language;
  readonly version: string;
  /** Whether she knows, and agreed to, what is stored on this computer as it is now. */
  readonly storing: 'agreed' | 'to-ask';
  /** Those that the school's IT has laid down: they cannot be changed here. */
  readonly locked: readonly SettingName[];
  /**
   * The names under which files that were found broken in this run were set aside (`….broken-….json`), or
   * their own where they could not be moved.
   */
  readonly setAside: readonly string[];
}

/** A proxy wants a password, and she is to give it. */
export interface ProxyPrompt {
  /** With its port. */
  readonly proxy: string;
  /** `again`: what she gave was wrong. */
  readonly time: 'first' | 'again';
}
