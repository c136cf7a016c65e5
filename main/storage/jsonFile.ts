/**
 * Small JSON files of ours, kept by electron-store, which writes them whole and atomically. A broken
 * one is set aside, never deleted: electron-store writes none in the place of one that it cannot read.
 */
import { readFileSync, renameSync, statSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { EpochMs } from '../../preload/contract';

export interface JsonFile<Content extends object> {
  /** As found on disk, or last written: untrusted, whoever reads checks it. */
  read(): { readonly [Key in keyof Content]?: unknown };
  /** Rejects with what the file system throws. */
  write(content: Content): Promise<void>;
  clear(): Promise<void>;
  /** It is in use: its time is set to now (see unused). */
  touch(): Promise<void>;
  /** When it was used last; null where there is none. */
  usedAt(): EpochMs | null;
  /**
   * Where a broken file was moved to when this one was opened; its own path where the disk did not let
   * it be moved, and then nothing can be written either. Null where none was found broken.
   */
  readonly setAside: string | null;
}

export function openJsonFile<Content extends object>(
  folder: string,
  name: string,
): JsonFile<Content> {
  const { found, setAside } = readOrSetAside(folder, name);
  let content: Readonly<Record<string, unknown>> = found;
  let store: Promise<{ store: Record<string, unknown> }> | null = null;

  /** At the first write, which is long after the first paint: loading it takes as long as that. */
  async function openStore() {
    const { default: Store } = await import('electron-store');
    return new Store<Record<string, unknown>>({
      cwd: folder,
      name,
      accessPropertiesByDotNotation: false,
    });
  }

  async function write(next: Record<string, unknown>): Promise<void> {
    content = next;
    store ??= openStore();
    (await store).store = next;
  }

  return {
    read: () => content as { readonly [Key in keyof Content]?: unknown },
    write: (next) => write({ ...next } as Record<string, unknown>),
    // What was never written need not be cleared, nor the store be loaded for it.
    clear: async () => {
      if (Object.keys(content).length > 0) await write({});
    },
    async touch() {
      const at = new Date();
      // What is not there has no time.
      await utimes(join(folder, `${name}.json`), at, at).catch(() => undefined);
    },
    usedAt: () =>
      statSync(join(folder, `${name}.json`), { throwIfNoEntry: false })?.mtimeMs ?? null,
    setAside,
  };
}

function readOrSetAside(folder: string, name: string) {
  const path = join(folder, `${name}.json`);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { found: {}, setAside: null };
  }
  const found = objectIn(text);
  if (found !== null) return { found, setAside: null };
  const setAside = join(folder, `${name}.broken-${Date.now()}.json`);
  try {
    renameSync(path, setAside);
  } catch {
    // Held by something else on Windows, or in a folder that cannot be written.
    return { found: {}, setAside: path };
  }
  return { found: {}, setAside };
}

/** Null where it is no JSON, or no object. */
export function objectIn(text: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(text);
    const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
    return isObject ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
