/**
 * What a start of the app asks for beside its window: anybody can write a link, and a file's name is
 * anybody's too, so only what is spelt exactly as ours counts. Pure.
 */
import { fileURLToPath } from 'node:url';
import type { MessageId } from '../../preload/contract';
import { isSecureAddress } from '../deployment/address';

export type OpenRequest =
  | { readonly kind: 'message'; readonly id: MessageId }
  | { readonly kind: 'deployment-url'; readonly url: string }
  /** As it was written: it may be relative to where the app was started. */
  | { readonly kind: 'deployment-file'; readonly path: string }
  | { readonly kind: 'none' }
  /** It asks for something, and not in a way that is ours. Its text is nowhere to be logged. */
  | { readonly kind: 'refused' };

export const linkScheme = 'staffroom';
export const fileExtension = '.staffroom';

const none = { kind: 'none' } as const;
const refused = { kind: 'refused' } as const;

/** Longer than any path that systems commonly allow. */
const longestArgument = 4096;
const longestAddress = 2048;
/** What the contract between main and pages lets through. */
const longestId = 128;

/** Lone surrogates, too: no text that a system hands over as UTF-8 has any. */
const unwritable = /[\p{Cc}\p{Cs}]/u;
/** Two letters at least: one alone is a drive of Windows. */
const anyScheme = /^[a-z][a-z0-9+.-]+:/i;

/** Of a command line: the program, switches, and what is left. The first that asks for something. */
export function openRequestIn(argv: readonly string[]): OpenRequest {
  const asked = argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-'))
    .map(openRequestOf);
  return asked.find(({ kind }) => kind !== 'none') ?? none;
}

/** Of one argument, or of an address that the system hands over. */
export function openRequestOf(argument: string): OpenRequest {
  if (argument.length > longestArgument || unwritable.test(argument)) return refused;
  // Linux' desktops hand a file over by its address (Desktop Entry Specification, %U).
  if (/^file:/i.test(argument)) return fileAt(argument);
  if (anyScheme.test(argument)) return linkIn(argument);
  return isOurs(argument) ? { kind: 'deployment-file', path: argument } : none;
}

const isOurs = (path: string): boolean => path.toLowerCase().endsWith(fileExtension);

/** On this machine: the address of a file may name another. */
function fileAt(address: string): OpenRequest {
  if (!URL.canParse(address) || new URL(address).host !== '') return refused;
  try {
    const path = fileURLToPath(address);
    return isOurs(path) && !unwritable.test(path) ? { kind: 'deployment-file', path } : refused;
  } catch {
    return refused;
  }
}

/** A slash at the end is what some systems add to an address. */
function linkIn(link: string): OpenRequest {
  const message = /^staffroom:\/\/message\/([^/?#]+)\/?$/i.exec(link)?.[1];
  if (message !== undefined) return messageIn(message);
  const query = /^staffroom:\/\/deploy\/?\?([^#]*)$/i.exec(link)?.[1];
  return query === undefined ? refused : deploymentIn(new URLSearchParams(query));
}

function messageIn(encoded: string): OpenRequest {
  const id = decoded(encoded);
  if (id === null || id.length > longestId || unwritable.test(id)) return refused;
  return /^\.{0,2}$/.test(id) ? refused : { kind: 'message', id: id as MessageId };
}

function deploymentIn(query: URLSearchParams): OpenRequest {
  const [only, ...others] = [...query];
  if (only === undefined || others.length > 0 || only[0] !== 'url') return refused;
  const [, url] = only;
  if (url.length > longestAddress || unwritable.test(url) || !isSecureAddress(url)) return refused;
  return { kind: 'deployment-url', url };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
