/** Fetches one picture from wherever a message says it is: see `pictureAddress` for what is allowed. */
import type { Failure, Result } from '../../preload/contract';
// Not through the door: that would load the whole platform client with it.
import { networkFailure } from '../openapi/failure';
import { upTo } from '../openapi/upTo';
import { isAddressAt, type PicturePlace, pictureAddress } from './pictureAddress';
import type { PictureNetwork } from './pictureNetwork';
import { pictureTypeOf } from './pictureType';

export interface PictureLimits {
  /** For all of it, redirects included. */
  readonly timeoutMs: number;
  readonly bytes: number;
}

export interface PictureFetchOptions {
  readonly network: PictureNetwork;
  /** Where the deployment's gateway is. */
  readonly deployment: PicturePlace;
  readonly limits: PictureLimits;
  /** Who issued the certificate of `host` that was refused last. */
  readonly issuerOf: (host: string) => string | null;
}

export type FetchPicture = (address: string, signal: AbortSignal) => Promise<Result<Uint8Array>>;

/** More than any picture's host needs; Chromium would follow twenty. */
const mostRedirects = 5;

/** A name may answer differently when it is asked again (DNS rebinding): hence the two looks at it. */
export function createPictureFetch(options: PictureFetchOptions): FetchPicture {
  const { network, deployment, limits, issuerOf } = options;

  type Hop =
    | { readonly kind: 'redirect'; readonly to: string }
    | { readonly kind: 'ended'; readonly result: Result<Uint8Array> };

  const failed = (failure: Failure): Hop => ({ kind: 'ended', result: { ok: false, failure } });

  /** Whatever came of it, nothing more of it is read. */
  async function hop(address: string, signal: AbortSignal): Promise<Hop> {
    const left = new AbortController();
    try {
      return await go(address, AbortSignal.any([signal, left.signal]));
    } finally {
      left.abort();
    }
  }

  async function go(address: string, signal: AbortSignal): Promise<Hop> {
    const judged = pictureAddress(address, deployment);
    if (judged.kind === 'refused') return failed(judged.failure);
    const { url, place } = judged;
    const { host } = url;
    const isDirect = (await network.routeTo(url)) === 'direct';
    const isThere = (at: string) => isAddressAt(place, at);
    // Before anything is sent: to some machines of a local network the request itself does harm.
    if (isDirect && place === 'public' && !(await resolve(url)).every(isThere)) {
      return failed({ kind: 'picture', host, why: 'private-address' });
    }
    const answer = await network.get(url, {
      mayAnswer: (connectedTo) => !isDirect || (connectedTo !== null && isThere(connectedTo)),
      signal,
    });
    if (answer.kind === 'redirect') return { kind: 'redirect', to: resolved(answer.to, url) };
    if (answer.kind === 'refused') return failed({ kind: 'picture', host, why: 'private-address' });
    const { status, body } = answer;
    if (status !== 200) {
      // Also for 5xx: the failure of that name says that the platform is out of order.
      return failed({ kind: 'http-status', host, status });
    }
    const bytes = await upTo(limits.bytes, body);
    if (bytes === null) return failed({ kind: 'too-large', host, limitBytes: limits.bytes });
    if (pictureTypeOf(bytes) === null)
      return failed({ kind: 'picture', host, why: 'not-a-picture' });
    return { kind: 'ended', result: { ok: true, value: bytes } };
  }

  const resolve = ({ hostname }: URL) => network.resolve(hostname.replace(/^\[(.*)\]$/, '$1'));

  return async (address, signal) => {
    const startedAt = performance.now();
    const timeout = AbortSignal.timeout(limits.timeoutMs);
    const either = AbortSignal.any([signal, timeout]);
    let at = address;
    try {
      for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
        const next = await until(either, hop(at, either));
        if (next.kind === 'ended') return next.result;
        at = next.to;
      }
      return { ok: false, failure: { kind: 'picture', host: hostIn(at), why: 'redirects' } };
    } catch (error) {
      if (signal.aborted) return { ok: false, failure: { kind: 'cancelled' } };
      const host = hostIn(at);
      const afterMs = performance.now() - startedAt;
      if (timeout.aborted) return { ok: false, failure: { kind: 'timeout', host, afterMs } };
      const attempt = { host, afterMs, limitBytes: limits.bytes, issuer: issuerOf(host) };
      return { ok: false, failure: ofAPicture(networkFailure(error, attempt)) };
    }
  };
}

/** What no platform would answer is here no portal's page, but no picture. */
const ofAPicture = (failure: Failure): Failure =>
  failure.kind === 'not-the-platform'
    ? { kind: 'picture', host: failure.host, why: 'not-a-picture' }
    : failure;

/** What is waited for may know no signal, as looking up a name does not. */
function until<Value>(signal: AbortSignal, wanted: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    wanted.then(resolve, reject);
  });
}

const resolved = (to: string, from: URL): string =>
  URL.canParse(to, from.href) ? new URL(to, from).href : to;

const hostIn = (address: string): string => (URL.canParse(address) ? new URL(address).host : '');
