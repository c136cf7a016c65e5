/** A server that means no good, on the loopback address: what it sends is up to each test. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostileServer {
  /** Such as `http://127.0.0.1:49152`. */
  readonly url: string;
  /** Paths of the requests that got through to it, in their order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export async function hostileServer(answer: RequestListener): Promise<HostileServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
