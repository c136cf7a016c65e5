/** The person's settings, and the marker that says whether a sign-in was kept. In clear. */
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Language, Settings, SettingsSnapshot } from '../../preload/contract';
import { storedVersion } from '../../preload/stored';
import type { MarkerPlace } from '../session/keptSession';

export interface SettingsFile {
  read(): { readonly [Name in keyof SettingsContent]?: unknown };
  /** Rejects with what the file system throws. */
  write(content: SettingsContent): Promise<void>;
}

interface SettingsContent extends Settings {
  /** By deployment id: a keychain entry belongs to one deployment. */
  readonly kept: Readonly<Record<string, string>>;
  /** The version of the list of what is stored that she agreed to last. */
  readonly agreedTo: number | null;
}

export interface SettingsService {
  readonly snapshot: ReadonlySignal<SettingsSnapshot>;
  /** Applied at once. False where the disk refused: the change then lasts for this run. */
  change(change: { [Name in keyof Settings]?: Settings[Name] | undefined }): Promise<boolean>;
  /** She agrees to what is stored. False where the disk refused: she is asked again next time. */
  agree(): Promise<boolean>;
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
      const { kept: _, agreedTo, ...settings } = content.value;
      const { language } = settings;
      const languageInUse = language === 'system' ? systemLanguage : language;
      const storing = agreedTo === storedVersion ? 'agreed' : 'to-ask';
      return { ...settings, languageInUse, version, storing };
    }),

    change({ language, theme, markReadAfterSeconds, notifications, quietHours, sharedComputer }) {
      const before = content.value;
      return write({
        ...before,
        language: language ?? before.language,
        theme: theme ?? before.theme,
        notifications: notifications ?? before.notifications,
        sharedComputer: sharedComputer ?? before.sharedComputer,
        // Null is a wish of its own in these two.
        markReadAfterSeconds:
          markReadAfterSeconds === undefined ? before.markReadAfterSeconds : markReadAfterSeconds,
        quietHours: quietHours === undefined ? before.quietHours : quietHours,
      });
    },

    agree: () => write({ ...content.value, agreedTo: storedVersion }),

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
  const { language, theme, markReadAfterSeconds, notifications, quietHours, kept } = found;
  const { sharedComputer, agreedTo } = found;
  return {
    language: language === 'zh-CN' || language === 'en-US' ? language : 'system',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    markReadAfterSeconds:
      markReadAfterSeconds === null || isDelay(markReadAfterSeconds) ? markReadAfterSeconds : 1,
    notifications: notifications === 'off' ? 'off' : 'on',
    quietHours: checkedHours(quietHours),
    sharedComputer: sharedComputer === 'yes' ? 'yes' : 'no',
    agreedTo: typeof agreedTo === 'number' ? agreedTo : null,
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

const isDelay = (found: unknown): found is number =>
  Number.isInteger(found) && Number(found) >= 0 && Number(found) <= 60;

/** As the contract has it; its schemas load after the first paint, and the settings before. */
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

function checkedHours(found: unknown): Settings['quietHours'] {
  if (typeof found !== 'object' || found === null) return null;
  const { from, to } = found as { readonly from?: unknown; readonly to?: unknown };
  const isHours = [from, to].every((time) => typeof time === 'string' && timeOfDay.test(time));
  return isHours ? { from: String(from), to: String(to) } : null;
}
