/**
 * The person's settings under her school's policy, the marker that says whether a sign-in was kept,
 * and which deployments this computer has known. In clear.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type {
  Language,
  SettingName,
  Settings,
  SettingsPolicy,
  SettingsSnapshot,
} from '../../preload/contract';
import { storedVersion } from '../../preload/stored';
import type { MarkerPlace } from '../session/keptSession';
import { checkedSettings } from './checkedSettings';

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
  /** Ids of all that were in use: "forget this computer" must find their keychain entries. */
  readonly deployments: readonly string[];
}

export type SettingsChange = { readonly [Name in SettingName]?: Settings[Name] | undefined };

/** `locked`: the policy has laid one of them down, and none of them was changed. */
export type SettingsChanged = 'kept' | 'not-kept' | 'locked';

export interface SettingsService {
  readonly snapshot: ReadonlySignal<SettingsSnapshot>;
  /** She agrees to what is stored. False where the disk refused: she is asked again next time. */
  agree(): Promise<boolean>;
  /** Applied at once. `not-kept` where the disk refused: the change then lasts for this run. */
  change(change: SettingsChange): Promise<SettingsChanged>;
  /** Takes effect at once; what she had chosen herself stays, for when it is lifted. */
  apply(policy: SettingsPolicy): void;
  /** A file was found broken; it has this name now. */
  noteSetAside(name: string): void;
  markerOf(deploymentId: string): MarkerPlace;
  readonly knownDeployments: () => readonly string[];
  /** The one that a sign-in is kept of; null where there is none, or more than one. */
  readonly keptDeployment: () => string | null;
  noteDeployment(deploymentId: string): Promise<void>;
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
  const policy = signal<SettingsPolicy>({});
  const setAside = signal<readonly string[]>([]);
  const locked = computed(() => namesIn(policy.value));

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
      const { kept: _, deployments: __, agreedTo, ...hers } = content.value;
      const settings: Settings = { ...hers, ...only(policy.value) };
      const { language } = settings;
      const languageInUse = language === 'system' ? systemLanguage : language;
      return {
        ...settings,
        languageInUse,
        version,
        storing: agreedTo === storedVersion ? 'agreed' : 'to-ask',
        locked: locked.value,
        setAside: setAside.value,
      };
    }),

    async change(change) {
      if (namesIn(change).some((name) => locked.value.includes(name))) return 'locked';
      return (await write({ ...content.value, ...only(change) })) ? 'kept' : 'not-kept';
    },

    apply(next) {
      policy.value = next;
    },

    noteSetAside(name) {
      setAside.value = [...setAside.value, name];
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

    knownDeployments: () => content.value.deployments,
    keptDeployment() {
      const kept = Object.entries(content.value.kept).filter(([, marker]) => marker === 'kept');
      const [[only] = [null], ...others] = kept;
      return others.length === 0 ? only : null;
    },

    async noteDeployment(deploymentId) {
      const { deployments } = content.value;
      if (deployments.includes(deploymentId)) return;
      await write({ ...content.value, deployments: [...deployments, deploymentId] });
    },
  };
}

/** Null is a wish of its own in some; only what is left out is none. */
const only = (change: SettingsChange): Partial<Settings> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

const namesIn = (change: SettingsChange): readonly SettingName[] =>
  Object.keys(only(change)) as SettingName[];

function checked(found: ReturnType<SettingsFile['read']>): SettingsContent {
  const { kept, deployments, agreedTo } = found;
  return {
    ...checkedSettings(found),
    agreedTo: typeof agreedTo === 'number' ? agreedTo : null,
    kept:
      typeof kept === 'object' && kept !== null
        ? Object.fromEntries(
            Object.entries(kept).filter(
              (entry): entry is [string, string] => typeof entry[1] === 'string',
            ),
          )
        : {},
    deployments: Array.isArray(deployments)
      ? deployments.filter((id): id is string => typeof id === 'string')
      : [],
  };
}
