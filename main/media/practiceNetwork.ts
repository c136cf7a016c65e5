/** Node's own network, for the tests: real requests, and names that lead where a test wants them to. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { PictureNetwork } from './pictureNetwork';

export interface PracticeNetworkOptions {
  /** What looking a name up says; a name that is missing does not exist. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** Where requests for a name really go, whatever looking it up said; `127.0.0.1` by default. */
  readonly leadsTo?: { readonly port: number };
  /** What the connection is said to lead to, where it is not to be the truth. */
  readonly connectedTo?: string | null;
  readonly route?: 'direct' | 'proxy';
}

export function practiceNetwork(options: PracticeNetworkOptions = {}): PictureNetwork {
  const { names = {}, leadsTo, route = 'direct' } = options;
  return {
    async resolve(hostname) {
      const found = names[hostname];
      if (found === undefined) throw new Error('net::ERR_NAME_NOT_RESOLVED');
      return found;
    },
    routeTo: async () => route,
    async get(url, { mayAnswer, signal }) {
      const { port = url.port } = leadsTo ?? {};
      const path = url.pathname + url.search;
      const sent = request({ host: '127.0.0.1', port, path, signal, headers: { host: url.host } });
      sent.end();
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      const { remoteAddress = null } = response.socket;
      const told = options.connectedTo === undefined ? remoteAddress : options.connectedTo;
      if (!mayAnswer(told)) {
        response.destroy();
        return { kind: 'refused' };
      }
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        response.destroy();
        return { kind: 'redirect', to: headers.location };
      }
      return { kind: 'answered', status: statusCode, body: response };
    },
  };
}
