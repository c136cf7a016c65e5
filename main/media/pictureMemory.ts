/** Pictures of this run, where they cannot be kept on disk. The least recently used go first. */

export interface PictureMemory {
  read(address: string): Uint8Array | null;
  write(address: string, picture: Uint8Array): void;
  forget(): void;
}

export function createPictureMemory(limitBytes: number): PictureMemory {
  /** In the order of their last use: a Map keeps that of insertion. */
  const pictures = new Map<string, Uint8Array>();
  let total = 0;

  function remove(address: string): void {
    total -= pictures.get(address)?.length ?? 0;
    pictures.delete(address);
  }

  function write(address: string, picture: Uint8Array): void {
    remove(address);
    pictures.set(address, picture);
    total += picture.length;
    for (const oldest of pictures.keys()) {
      if (total <= limitBytes) return;
      remove(oldest);
    }
  }

  return {
    read(address) {
      const picture = pictures.get(address);
      if (picture === undefined) return null;
      write(address, picture);
      return picture;
    },
    write,
    forget() {
      pictures.clear();
      total = 0;
    },
  };
}
