/** The network that pictures of messages come through: Chromium's, in a session of its own. */
import { Readable } from 'node:stream';
import {
  type ClientRequest,
  type IncomingMessage,
  net,
  type OnHeadersReceivedListenerDetails,
  type Session,
  session,
} from 'electron';
import type { PictureAnswer, PictureNetwork, PictureRequest } from '../media/pictureNetwork';
import type { NetworkGuard } from './networkGuard';
import type { ProxyAdmission } from './proxyAdmission';

/** Chromium's name of a request that a handler of `webRequest` cancelled. */
const cancelledByUs = 'net::ERR_BLOCKED_BY_CLIENT';

/**
 * In memory, by the proxy that is set, with the system's certificates, without cookies or a cache. Made for the first
 * picture: a session costs memory.
 */
export function createPictureNetwork(
  guard: NetworkGuard,
  admission: ProxyAdmission,
): PictureNetwork {
  /** Requests under way by their addresses; two may have been redirected to the same. */
  const underWay = new Map<string, Set<PictureRequest['mayAnswer']>>();
  let made: Promise<Session> | null = null;

  async function make(): Promise<Session> {
    const pictures = session.fromPartition('pictures', { cache: false });
    pictures.webRequest.onHeadersReceived((details, decide) => {
      const asked = underWay.get(details.url) ?? new Set();
      const isAllowed = asked.size > 0 && [...asked].every((may) => may(addressIn(details)));
      decide({ cancel: !isAllowed });
    });
    await guard(pictures);
    return pictures;
  }

  function pictures(): Promise<Session> {
    made ??= make();
    return made;
  }

  function watch(address: string, mayAnswer: PictureRequest['mayAnswer']): () => void {
    const asked = underWay.get(address) ?? new Set();
    underWay.set(address, asked.add(mayAnswer));
    return () => {
      asked.delete(mayAnswer);
      if (asked.size === 0) underWay.delete(address);
    };
  }

  return {
    async resolve(hostname) {
      const { endpoints } = await (await pictures()).resolveHost(hostname);
      return endpoints.map(({ address }) => address);
    },

    routeTo: async ({ href }) =>
      (await (await pictures()).resolveProxy(href)) === 'DIRECT' ? 'direct' : 'proxy',

    async get({ href }, { mayAnswer, signal }) {
      const session = await pictures();
      const unwatch = watch(href, mayAnswer);
      try {
        const request = net.request({
          url: href,
          session,
          redirect: 'manual',
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          cache: 'no-store',
        });
        admission.answerFor(request);
        return await answerOf(request, signal);
      } finally {
        unwatch();
      }
    },
  };
}

/** Not `session.fetch`: with `redirect: 'manual'` it fails without saying where to (Electron 33). */
function answerOf(request: ClientRequest, signal: AbortSignal): Promise<PictureAnswer> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      request.abort();
      reject(signal.reason);
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    request.once('close', () => signal.removeEventListener('abort', abort));
    request.on('redirect', (_status, _method, to) => {
      request.abort();
      resolve({ kind: 'redirect', to });
    });
    request.on('response', (response) => {
      const { statusCode: status } = response;
      resolve({ kind: 'answered', status, body: bodyOf(response) });
    });
    request.on('error', (error) => {
      if (error.message === cancelledByUs) resolve({ kind: 'refused' });
      else reject(error);
    });
    request.end();
  });
}

/** What Electron gives here is a Node stream, which its types do not say. */
function bodyOf(response: IncomingMessage): AsyncIterable<Uint8Array> {
  if (!(response instanceof Readable)) throw new TypeError('the response is no stream');
  // It may break off before anybody reads, or when nobody does any more.
  response.on('error', () => undefined);
  return response;
}

/** Of the machine that was connected to: Electron tells it, and its types do not (33 to 45). */
const addressIn = (details: OnHeadersReceivedListenerDetails): string | null =>
  'ip' in details && typeof details.ip === 'string' ? details.ip : null;
