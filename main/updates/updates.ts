/**
 * Looks for a newer version now and then, and fetches and installs it when she says so: nothing is
 * downloaded or installed by itself, and what failed waits for the next time or for her.
 */
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { EpochMs, Failure, Result, UpdatesSnapshot } from '../../preload/contract';
import { type Clock, monotonicClock } from '../session/heartbeat';

/** What was found out of the version that is described. */
export type Found =
  | { readonly kind: 'newest' }
  /** It comes to this computer in a later stage. */
  | { readonly kind: 'later'; readonly version: string }
  /** `bytes` is null where this installation cannot take it by itself. */
  | { readonly kind: 'newer'; readonly version: string; readonly bytes: number | null };

/** What fetches and installs; electron-updater's is in the shell. */
export interface Updater {
  look(): Promise<Result<Found>>;
  /** What `look` found last, up to a file that is what was described. */
  download(options: {
    readonly received: (bytes: number) => void;
    readonly signal: AbortSignal;
  }): Promise<Result<'downloaded'>>;
  /** The app quits, what was downloaded takes its place, and starts. */
  install(): void;
}

export interface Updates {
  readonly snapshot: ReadonlySignal<UpdatesSnapshot>;
  check(): Promise<Result<'checked'>>;
  download(): Promise<Result<'downloaded' | 'cancelled'>>;
  cancel(): void;
  install(): Result<'quitting'>;
  /** Looks no more by itself. */
  stop(): void;
}

export interface UpdatesOptions {
  readonly updater: Updater;
  /** Where updates come from. */
  readonly host: string;
  readonly failed: (doing: 'looking' | 'downloading', failure: Failure) => void;
  readonly now?: () => EpochMs;
  readonly clock?: Clock;
  readonly random?: () => number;
}

const minute = 60_000;
/** A school's computers are switched on together: none asks at once, and they spread out. */
const first = { from: 2 * minute, to: 40 * minute };
const next = { from: 4 * 60 * minute, to: 8 * 60 * minute };

const nothingThere: Result<never> = {
  ok: false,
  failure: { kind: 'not-ready', needs: 'update' },
};

export function createUpdates(options: UpdatesOptions): Updates {
  const { updater, host, failed } = options;
  const { now = Date.now, clock = monotonicClock, random = Math.random } = options;
  const snapshot = signal<UpdatesSnapshot>({
    kind: 'idle',
    checkedAt: null,
    later: null,
    failure: null,
  });
  let cancelDownload = new AbortController();
  let unplan = plan(first);

  function plan({ from, to }: typeof first): () => void {
    return clock.after(from + (to - from) * random(), () => {
      unplan = plan(next);
      void check();
    });
  }

  async function check(): Promise<Result<'checked'>> {
    const before = snapshot.value;
    // What is being fetched, or waits to be installed, stays.
    const isBusy = ['checking', 'downloading', 'ready'].includes(before.kind);
    if (isBusy) return { ok: true, value: 'checked' };
    snapshot.value = { kind: 'checking' };
    const found = await updater.look();
    if (found.ok) {
      snapshot.value = shown(found.value);
      return { ok: true, value: 'checked' };
    }
    const { failure } = found;
    failed('looking', failure);
    const checkedAt = before.kind === 'idle' ? before.checkedAt : null;
    snapshot.value = { kind: 'idle', checkedAt, later: null, failure };
    return found;
  }

  function shown(found: Found): UpdatesSnapshot {
    switch (found.kind) {
      case 'newest':
        return { kind: 'idle', checkedAt: now(), later: null, failure: null };
      case 'later':
        return { kind: 'idle', checkedAt: now(), later: found.version, failure: null };
      case 'newer': {
        const { version, bytes } = found;
        return bytes === null
          ? { kind: 'announced', version, host }
          : { kind: 'offered', version, bytes, failure: null };
      }
    }
  }

  return {
    snapshot,
    check,

    async download() {
      const offered = snapshot.value;
      if (offered.kind !== 'offered') return nothingThere;
      const { version, bytes } = offered;
      cancelDownload = new AbortController();
      const { signal } = cancelDownload;
      snapshot.value = { kind: 'downloading', version, bytes, received: 0 };
      const downloaded = await updater.download({
        signal,
        received(received) {
          if (!signal.aborted) snapshot.value = { kind: 'downloading', version, bytes, received };
        },
      });
      if (downloaded.ok) {
        snapshot.value = { kind: 'ready', version };
        return downloaded;
      }
      const { failure } = downloaded;
      const isHers = failure.kind === 'cancelled';
      if (!isHers) failed('downloading', failure);
      snapshot.value = { kind: 'offered', version, bytes, failure: isHers ? null : failure };
      return isHers ? { ok: true, value: 'cancelled' } : downloaded;
    },

    cancel: () => cancelDownload.abort(),

    install() {
      if (snapshot.value.kind !== 'ready') return nothingThere;
      updater.install();
      return { ok: true, value: 'quitting' };
    },

    stop: () => unplan(),
  };
}
