/** The person's settings, and what a page knows from the start. */
export type Language = 'zh-CN' | 'en-US';

export interface Settings {
  readonly language: Language | 'system';
  readonly theme: 'system' | 'light' | 'dark';
  /** How long a message is open before it counts as read; null: not by itself. */
  readonly markReadAfterSeconds: number | null;
  /** Notices of the system's for new messages. */
  readonly notifications: 'on' | 'off';
  /** No notices between these times of day (`HH:MM`, across midnight where `from` is later). */
  readonly quietHours: { readonly from: string; readonly to: string } | null;
  /** Many people use this computer; it stays so until somebody says otherwise. */
  readonly sharedComputer: 'yes' | 'no';
}

export interface SettingsSnapshot extends Settings {
  /** What `system` comes to on this machine, or the language that was chosen. */
  readonly languageInUse: Language;
  readonly version: string;
  /** Whether she knows, and agreed to, what is stored on this computer as it is now. */
  readonly storing: 'agreed' | 'to-ask';
}

/** What a page needs for its first paint; main writes it into the page as JSON with id `boot`. */
export interface Boot {
  readonly language: Language;
}
