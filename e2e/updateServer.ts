/** What a school's IT serves: a version's description, its signature, and its files. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the file of the version is served. */
export type Serving =
  | 'whole'
  /** As many bytes, and others. */
  | 'changed'
  | 'larger'
  /** Packed on the way, as some servers do. */
  | 'compressed'
  | 'from-elsewhere'
  | 'absent'
  /** Piece by piece; what is left when `go` is called. */
  | 'slowly'
  /** Piece by piece; the connection ends when `go` is called. */
  | 'broken';

export interface UpdateServer {
  /** The folder that a deployment names. */
  readonly url: string;
  /** Describes the version and signs it; there is none before. */
  publish(version: string, more?: Readonly<Record<string, unknown>>): void;
  /** Changes what is served, after it was signed. */
  serve(change: { description?: (text: string) => string; signature?: string | null }): void;
  serveFile(how: Serving): void;
  /** The rest of what is held. */
  go(): void;
  /** The paths that were asked for, the oldest first. */
  asked(): readonly string[];
  /** What came along with them. */
  headers(): readonly IncomingHttpHeaders[];
  close(): Promise<void>;
}

export interface UpdateServerOptions {
  /** Where the public key goes. */
  readonly keyFile: string;
  /** What the version's AppImage holds. */
  readonly file: Buffer;
}

export async function startUpdateServer(options: UpdateServerOptions): Promise<UpdateServer> {
  const { keyFile, file } = options;
  const pair = generateKeyPairSync('ed25519');
  await writeFile(keyFile, pair.publicKey.export({ type: 'spki', format: 'pem' }));
  const asked: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  let description: string | null = null;
  let signature: string | null = null;
  let serving: Serving = 'whole';
  let go: () => void = () => undefined;

  /** Gives what ends it: it is called with what has not been sent. */
  function sendPieces(response: ServerResponse, end: (rest: Buffer) => unknown): () => void {
    let sent = 0;
    response.writeHead(200, { 'content-length': file.length });
    const sending = setInterval(() => {
      response.write(file.subarray(sent, sent + 20_000));
      sent += 20_000;
    }, 100);
    response.on('close', () => clearInterval(sending));
    return () => {
      clearInterval(sending);
      end(file.subarray(sent));
    };
  }

  function sendFile(response: ServerResponse): void {
    const length = { 'content-length': file.length };
    switch (serving) {
      case 'whole':
        response.writeHead(200, length).end(file);
        break;
      case 'changed':
        response.writeHead(200, length).end(Buffer.from(file).fill('x', 20, 30));
        break;
      case 'larger':
        response.writeHead(200, { 'content-length': file.length + 1 }).end(`${file}x`);
        break;
      case 'compressed':
        response.writeHead(200, { ...length, 'content-encoding': 'gzip' }).end(file);
        break;
      case 'from-elsewhere':
        response.writeHead(302, { location: 'http://localhost:1/Staffroom.AppImage' }).end();
        break;
      case 'absent':
        response.writeHead(404).end();
        break;
      case 'slowly':
        go = sendPieces(response, (rest) => response.end(rest));
        break;
      case 'broken':
        go = sendPieces(response, () => response.destroy());
        break;
    }
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://any');
    asked.push(pathname);
    headers.push(request.headers);
    const texts: Record<string, string | null> = {
      '/school/latest-linux.yml': description,
      '/school/latest-linux.yml.sig': signature,
    };
    const text = texts[pathname];
    if (pathname.endsWith('.AppImage')) sendFile(response);
    else if (typeof text === 'string') response.end(text);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/school`,
    publish(version, more = {}) {
      const sha512 = createHash('sha512').update(file).digest('base64');
      const url = `Staffroom-${version}.AppImage`;
      const content = { version, files: [{ url, sha512, size: file.length }], ...more };
      description = `${JSON.stringify(content, null, 2)}\n`;
      signature = sign(null, Buffer.from(description), pair.privateKey).toString('base64');
    },
    serve(change) {
      if (change.description) description = change.description(description ?? '');
      if (change.signature !== undefined) signature = change.signature;
    },
    serveFile(how) {
      serving = how;
    },
    go: () => go(),
    asked: () => asked,
    headers: () => headers,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
