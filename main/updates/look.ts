/** Fetches an update's description, and believes nothing in it before its signature is checked. */
import type { KeyObject } from 'node:crypto';
import type { Failure, Result } from '../../preload/contract';
import { networkFailure } from '../openapi/failure';
import { statusFailure } from '../openapi/http';
import { inTime } from '../openapi/inTime';
import { upTo } from '../openapi/upTo';
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

const get = (options: LookOptions, url: URL): Promise<Result<Uint8Array>> =>
  inTime({ host: url.host, timeoutMs: options.timeoutMs ?? 20_000 }, (signal) =>
    transfer(options, url, signal),
  );

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
    if (failure !== null) return { ok: false, failure };
    const body = response.body ? await upTo(mostBytes, response.body) : new Uint8Array();
    if (body !== null) return { ok: true, value: body };
    return { ok: false, failure: { kind: 'too-large', host, limitBytes: mostBytes } };
  } catch (error) {
    const afterMs = Math.round(performance.now() - startedAt);
    const attempt = { host, afterMs, limitBytes: mostBytes, issuer: issuerOf(host) };
    const failure = networkFailure(error, attempt);
    return failure.kind === 'not-the-platform' ? refused('elsewhere') : { ok: false, failure };
  }
}
