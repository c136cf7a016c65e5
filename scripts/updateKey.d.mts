export const publicKeyFile: string;
export function updateKeyAt(path: string): string | null;
export function makeUpdateKey(privateFile: string, publicFile: string): void;
export function signUpdates(of: {
  readonly folder: string;
  readonly privateFile: string;
  readonly publicFile: string;
}): readonly string[];
