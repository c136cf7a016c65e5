/** The person's settings, and what a page knows from the start. */
export type Language = 'zh-CN' | 'en-US';

export interface Settings {
  readonly language: Language | 'system';
  readonly theme: 'system' | 'light' | 'dark';
}

export interface SettingsSnapshot extends Settings {
  /** What `system` comes to on this machine, or the language that was chosen. */
  readonly languageInUse: Language;
  readonly version: string;
}

/** What a page needs for its first paint; main writes it into the page as JSON with id `boot`. */
export interface Boot {
  readonly language: Language;
}
