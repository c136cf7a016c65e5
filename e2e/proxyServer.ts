/**
 * A proxy on the loopback address, as a school's network has one: it tunnels, and whatever is asked
 * for behind it is the practice platform with a certificate of the tests' own.
 */
import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Gateway } from '../gateway';
import { untrusted } from './untrustedServer';

export interface ProxyServer {
  readonly port: number;
  /** Which hosts, with their ports, it has made a tunnel to, the oldest first. */
  tunnels(): readonly string[];
  /** With which user and password it was asked for one, and refused it. */
  refused(): readonly string[];
  /** From now on it wants them; null for none. */
  wants(credentials: { readonly user: string; readonly password: string } | null): void;
  close(): Promise<void>;
}

/** What Chromium must be started with to trust the platform behind the proxy. */
export function trustSwitch(): string {
  const key = new X509Certificate(untrusted.cert).publicKey.export({ type: 'spki', format: 'der' });
  const hash = createHash('sha256').update(key).digest('base64');
  return `--ignore-certificate-errors-spki-list=${hash}`;
}

export async function startProxyServer(gateway: Gateway): Promise<ProxyServer> {
  const sockets = new Set<Socket>();
  const tunnels: string[] = [];
  const refused: string[] = [];
  let wanted: string | null = null;

  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  const join = (one: Socket, other: Socket) => {
    keep(one).pipe(keep(other)).pipe(one);
  };

  const platform = createTlsServer(untrusted, (socket) =>
    join(socket, connect(Number(new URL(gateway.url).port), '127.0.0.1')),
  );
  platform.on('tlsClientError', () => undefined);
  await listening(platform);

  const proxy = createServer((_request, response) => response.writeHead(400).end());
  proxy.on('connect', ({ url = '', headers }, client: Socket) => {
    keep(client);
    const given = headers['proxy-authorization'];
    if (wanted !== null && given !== wanted) {
      if (given !== undefined)
        refused.push(Buffer.from(given.replace(/^Basic /, ''), 'base64').toString());
      client.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\n' +
          'Proxy-Authenticate: Basic realm="school"\r\nContent-Length: 0\r\n\r\n',
      );
      return;
    }
    tunnels.push(url);
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    join(client, connect(portOf(platform), '127.0.0.1'));
  });
  await listening(proxy);

  return {
    port: portOf(proxy),
    tunnels: () => tunnels,
    refused: () => refused,
    wants(credentials) {
      wanted = credentials && `Basic ${base64(`${credentials.user}:${credentials.password}`)}`;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      proxy.closeAllConnections();
      await Promise.all([proxy, platform].map((server) => once(server.close(), 'close')));
    },
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

async function listening(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
