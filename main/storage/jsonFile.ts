/** Small JSON files of ours, in electron-store. A broken one is set aside, never deleted. */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';

export interface JsonFile<Content extends object> {
  /** As found on disk: untrusted, whoever reads checks it. */
  read(): { readonly [Key in keyof Content]?: unknown };
  /** Throws what the file system throws. */
  write(content: Content): void;
  clear(): void;
  /** Where a broken file was moved to when this one was opened, else null. */
  readonly setAside: string | null;
}

export function openJsonFile<Content extends object>(
  folder: string,
  name: string,
): JsonFile<Content> {
  const open = () =>
    new Store<Record<string, unknown>>({
      cwd: folder,
      name,
      accessPropertiesByDotNotation: false,
      clearInvalidConfig: false,
    });
  const path = join(folder, `${name}.json`);
  let setAside: string | null = null;
  let store: Store<Record<string, unknown>>;
  try {
    store = open();
  } catch (error) {
    if (!(error instanceof SyntaxError) || !existsSync(path)) throw error;
    setAside = join(folder, `${name}.broken-${Date.now()}.json`);
    renameSync(path, setAside);
    store = open();
  }
  return {
    read: () => store.store as { readonly [Key in keyof Content]?: unknown },
    write: (content) => {
      store.store = content as Record<string, unknown>;
    },
    clear: () => store.clear(),
    setAside,
  };
}
