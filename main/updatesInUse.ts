/** Updates where they are on; what they need is loaded there alone. */
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Result, UpdatesSnapshot } from '../preload/contract';
import type { Updates } from './updates/updates';

export interface UpdatesInUse {
  readonly snapshot: ReadonlySignal<UpdatesSnapshot>;
  /** `url` is the one that IT has laid down; null where there is none. Called once. */
  begin(url: string | null): Promise<void>;
  check(): Promise<Result<'checked'>>;
  download(): Promise<Result<'downloaded' | 'cancelled'>>;
  cancel(): void;
  install(): Result<'quitting'>;
  stop(): void;
}

export interface UpdatesInUseOptions {
  /** What updates must be signed by, as PEM; null where this build knows none. */
  readonly key: string | null;
  readonly load: (from: { readonly url: string; readonly key: string }) => Promise<Updates>;
}

const off: Result<never> = { ok: false, failure: { kind: 'not-ready', needs: 'update' } };

export function createUpdatesInUse({ key, load }: UpdatesInUseOptions): UpdatesInUse {
  const updates = signal<Updates | null>(null);
  const why = key === null ? 'no-key' : 'no-address';

  return {
    snapshot: computed(() => updates.value?.snapshot.value ?? { kind: 'off', why }),
    async begin(url) {
      if (key !== null && url !== null) updates.value = await load({ url, key });
    },
    check: async () => (await updates.value?.check()) ?? off,
    download: async () => (await updates.value?.download()) ?? off,
    cancel: () => updates.value?.cancel(),
    install: () => updates.value?.install() ?? off,
    stop: () => updates.value?.stop(),
  };
}
