/** Fetches an update's description, and believes nothing in it before its signature is checked. */

import type { KeyObject } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Failure, Result } from '../../preload/contract';
import { networkFailure } from '../openapi/failure';
import { statusFailure } from '../openapi/http';
import {
  compareVersions,
  type Description,
  descriptionName,
  readDescription,
  type System,
} from './description';
import { isSignedBy } from './signature';

export interface LookOptions {
  /** The folder that IT serves. */
  readonly base: URL;
  readonly key: KeyObject;
  readonly system: System;
  /** The version that runs. */
  readonly current: string;
  readonly fetch: typeof fetch;
  /** Who issued the certificate of `host` that was refused last; null where that is not known. */
  readonly issuerOf: (host: string) => string | null;
  readonly timeoutMs?: number;
}

/** Some hundred bytes each, in truth. */
const mostBytes = 64 * 1024;

const refused = (why: Extract<Failure, { kind: 'update' }>['why']): Result<never> => ({
  ok: false,
  failure: { kind: 'update', why },
});

/**
 * A description that is signed, readable, and of this version or a newer one. An older one is refused:
 * whoever holds the server could else take people back to a version with known faults.
 */
export async function look(options: LookOptions): Promise<Result<Description>> {
  const { base, key, system, current } = options;
  const name = descriptionName(system);
  const bytes = await get(options, new URL(name, base));
  if (!bytes.ok) return isAbsent(bytes.failure) ? refused('absent') : bytes;
  const signature = await get(options, new URL(`${name}.sig`, base));
  if (!signature.ok) return isAbsent(signature.failure) ? refused('unsigned') : signature;
  if (!isSignedBy(key, bytes.value, signature.value)) return refused('unsigned');
  const description = readDescription(bytes.value);
  if (description === null) return refused('unusable');
  if (compareVersions(description.version, current) === 'older') return refused('older');
  return { ok: true, value: description };
}

/** A missing signature is no signature. */
const isAbsent = (failure: Failure) => failure.kind === 'http-status' && failure.status === 404;

async function get(options: LookOptions, url: URL): Promise<Result<Uint8Array>> {
  const { timeoutMs = 20_000 } = options;
  const stop = new AbortController();
  const late: Result<never> = {
    ok: false,
    failure: { kind: 'timeout', host: url.host, afterMs: timeoutMs },
  };
  try {
    return await Promise.race([
      transfer(options, url, stop.signal),
      delay(timeoutMs, late, { signal: stop.signal }),
    ]);
  } finally {
    stop.abort();
  }
}

async function transfer(
  { fetch, issuerOf }: LookOptions,
  url: URL,
  signal: AbortSignal,
): Promise<Result<Uint8Array>> {
  const { host } = url;
  const startedAt = performance.now();
  try {
    const response = await fetch(url, {
      signal,
      redirect: 'error',
      credentials: 'omit',
      headers: { 'cache-control': 'no-cache' },
    });
    const failure = statusFailure(response.status, host);
    return failure === null ? await bodyOf(response, host) : { ok: false, failure };
  } catch (error) {
    const afterMs = Math.round(performance.now() - startedAt);
    const attempt = { host, afterMs, limitBytes: mostBytes, issuer: issuerOf(host) };
    const failure = networkFailure(error, attempt);
    return failure.kind === 'not-the-platform' ? refused('elsewhere') : { ok: false, failure };
  }
}

async function bodyOf(response: Response, host: string): Promise<Result<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > mostBytes) {
      return { ok: false, failure: { kind: 'too-large', host, limitBytes: mostBytes } };
    }
    chunks.push(chunk);
  }
  return { ok: true, value: Buffer.concat(chunks) };
}
