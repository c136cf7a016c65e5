/** The person's settings, and the marker that says whether a sign-in was kept. In clear. */
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Language, Settings, SettingsSnapshot } from '../../preload/contract';
import type { MarkerPlace } from '../session/keptSession';

export interface SettingsFile {
  read(): { readonly [Name in keyof SettingsContent]?: unknown };
  /** Rejects with what the file system throws. */
  write(content: SettingsContent): Promise<void>;
}

interface SettingsContent extends Settings {
  /** By deployment id: a keychain entry belongs to one deployment. */
  readonly kept: Readonly<Record<string, string>>;
}

export interface SettingsService {
  readonly snapshot: ReadonlySignal<SettingsSnapshot>;
  /** Applied at once. False where the disk refused: the change then lasts for this run. */
  change(change: { [Name in keyof Settings]?: Settings[Name] | undefined }): Promise<boolean>;
  markerOf(deploymentId: string): MarkerPlace;
}

export interface SettingsOptions {
  readonly file: SettingsFile;
  readonly systemLanguage: Language;
  readonly version: string;
}

export function createSettings({
  file,
  systemLanguage,
  version,
}: SettingsOptions): SettingsService {
  const content = signal(checked(file.read()));

  async function write(next: SettingsContent): Promise<boolean> {
    content.value = next;
    try {
      await file.write(next);
      return true;
    } catch {
      return false;
    }
  }

  return {
    snapshot: computed(() => {
      const { language, theme } = content.value;
      const languageInUse = language === 'system' ? systemLanguage : language;
      return { language, theme, languageInUse, version };
    }),

    change({ language, theme }) {
      const before = content.value;
      return write({
        ...before,
        language: language ?? before.language,
        theme: theme ?? before.theme,
      });
    },

    markerOf: (deploymentId) => ({
      read() {
        const marker = content.value.kept[deploymentId];
        return marker === 'kept' || marker === 'to-remove' ? marker : 'nothing';
      },
      async write(marker) {
        const { [deploymentId]: _, ...others } = content.value.kept;
        const kept = marker === 'nothing' ? others : { ...others, [deploymentId]: marker };
        await write({ ...content.value, kept });
      },
    }),
  };
}

/** What is on disk may have been written by anybody: what does not fit falls back to the default. */
function checked(found: ReturnType<SettingsFile['read']>): SettingsContent {
  const { language, theme, kept } = found;
  return {
    language: language === 'zh-CN' || language === 'en-US' ? language : 'system',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    kept:
      typeof kept === 'object' && kept !== null
        ? Object.fromEntries(
            Object.entries(kept).filter(
              (entry): entry is [string, string] => typeof entry[1] === 'string',
            ),
          )
        : {},
  };
}
