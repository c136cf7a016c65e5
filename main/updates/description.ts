/**
 * The description of a version, as electron-builder writes it (`latest-linux.yml`). Read only after
 * its signature has been checked, and held to little all the same: what is signed by mistake must not
 * lead elsewhere.
 */
import { parseUpdateInfo } from 'electron-updater/out/providers/Provider';
import { z } from 'zod';

/** What runs here, in Node's words. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
}

export interface UpdateFile {
  /** Its name beside the description. */
  readonly name: string;
  readonly bytes: number;
  /** Base64. */
  readonly sha512: string;
}

export interface Description {
  readonly version: string;
  readonly files: readonly UpdateFile[];
  /** Per cent of the computers; null is all of them. */
  readonly stagingPercentage: number | null;
}

/** More than any version's installer. */
const mostBytes = 1024 ** 3;

/** A name and nothing else: no folder, no address, nothing encoded. */
const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/);

/** Releases only. Numbers without leading zeros, so that a version is written in one way. */
const version = z.string().regex(/^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}$/);

const description = z.object({
  version,
  files: z
    .array(
      z.object({
        url: fileName,
        size: z.int().min(1).max(mostBytes),
        sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
      }),
    )
    .min(1)
    .max(20),
  stagingPercentage: z.number().min(0).max(100).optional(),
});

/** As electron-updater names them: on Windows one for all processors, and no name of the system. */
export function descriptionName({ platform, arch }: System): string {
  switch (platform) {
    case 'win32':
      return 'latest.yml';
    case 'darwin':
      return 'latest-mac.yml';
    default:
      return arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${arch}.yml`;
  }
}

/** Null where it is none that can be used. */
export function readDescription(bytes: Uint8Array): Description | null {
  const read = description.safeParse(parsed(bytes));
  if (!read.success) return null;
  const { version, files, stagingPercentage = null } = read.data;
  return {
    version,
    files: files.map(({ url, size, sha512 }) => ({ name: url, bytes: size, sha512 })),
    stagingPercentage,
  };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return parseUpdateInfo(text, '', new URL('about:blank'));
  } catch {
    return null;
  }
}

const byNumbers = new Intl.Collator('en', { numeric: true });

/** Both are versions of releases. */
export function compareVersions(one: string, other: string): 'older' | 'same' | 'newer' {
  const order = byNumbers.compare(one, other);
  if (order === 0) return 'same';
  return order < 0 ? 'older' : 'newer';
}

const otherProcessor = /arm64|aarch64|armv7l|armhf|ia32|i386|i686|x64|x86_64|amd64/;
const processors: Readonly<Record<string, RegExp>> = {
  x64: /x64|x86_64|amd64/,
  arm64: /arm64|aarch64/,
};

/**
 * The one that can be installed here: a signed description of another processor's, put in the place
 * of ours, has none. A name without a processor is x64's on Linux, and everybody's on Windows.
 */
export function fileFor(
  { platform, arch }: System,
  files: readonly UpdateFile[],
): UpdateFile | null {
  const ending = platform === 'win32' ? '.exe' : '.AppImage';
  const fitting = files.filter(({ name }) => name.endsWith(ending));
  const own = fitting.find(({ name }) => processors[arch]?.test(name) === true);
  if (own !== undefined) return own;
  if (platform !== 'win32' && arch !== 'x64') return null;
  return fitting.find(({ name }) => !otherProcessor.test(name)) ?? null;
}
