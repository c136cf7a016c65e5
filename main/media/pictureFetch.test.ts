import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createPictureFetch } from './pictureFetch';
import { type PracticeNetworkOptions, practiceNetwork } from './practiceNetwork';

const megabyte = 1024 * 1024;
const png = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  Buffer.from('no more than a head is looked at'),
]);

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A picture server on this machine; gives its port and what it was asked for. */
async function serving(answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((incoming, response) => {
    asked.push(String(incoming.url));
    answer(incoming, response);
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, asked, url: `http://127.0.0.1:${port}` };
}

const fetching = (
  deployment: 'public' | 'loopback',
  network: PracticeNetworkOptions = {},
  timeoutMs = 10_000,
) => {
  const fetchPicture = createPictureFetch({
    network: practiceNetwork(network),
    deployment,
    limits: { timeoutMs, bytes: 5 * megabyte },
    issuerOf: () => null,
  });
  return (address: string, signal = new AbortController().signal) => fetchPicture(address, signal);
};

const refused = (host: string, why: string) => ({
  ok: false,
  failure: { kind: 'picture', host, why },
});

describe('from a practice platform on this machine', () => {
  test('a picture comes as it was sent', async () => {
    const { url } = await serving((_incoming, response) => response.end(png));
    expect(await fetching('loopback')(`${url}/a.png`)).toEqual({ ok: true, value: png });
  });

  test('what is sent as a picture and is none is refused, whatever its header says', async () => {
    const { url } = await serving((incoming, response) => {
      response.setHeader('Content-Type', 'image/png');
      response.end(incoming.url === '/empty' ? '' : '<svg xmlns="http://www.w3.org/2000/svg"/>');
    });
    const { host } = new URL(url);
    expect(await fetching('loopback')(`${url}/a.png`)).toEqual(refused(host, 'not-a-picture'));
    expect(await fetching('loopback')(`${url}/empty`)).toEqual(refused(host, 'not-a-picture'));
  });

  test.each([404, 500, 204])('status %i is told', async (status) => {
    const { url } = await serving((_incoming, response) => response.writeHead(status).end());
    expect(await fetching('loopback')(url)).toMatchObject({
      ok: false,
      failure: { kind: 'http-status', status },
    });
  });

  test('a stream of more than 5 MB is left, though it never said its length', async () => {
    const { url } = await serving((_incoming, response) => {
      response.write(png);
      const more = () => {
        while (response.write(Buffer.alloc(megabyte)));
      };
      response.on('drain', more);
      more();
    });
    expect(await fetching('loopback')(url)).toMatchObject({
      failure: { kind: 'too-large', limitBytes: 5 * megabyte },
    });
  });

  test('a server that does not answer, or stops in the middle, is not waited for', async () => {
    const silent = await serving(() => undefined);
    const halting = await serving((_incoming, response) => void response.write(png));
    for (const { url } of [silent, halting]) {
      const { host } = new URL(url);
      expect(await fetching('loopback', {}, 100)(url)).toMatchObject({
        failure: { kind: 'timeout', host },
      });
    }
  });

  test('an answer that is cut off is no picture', async () => {
    const { url } = await serving((_incoming, response) => {
      response.writeHead(200, { 'Content-Length': 1000 });
      response.write(png, () => response.destroy());
    });
    expect(await fetching('loopback')(url)).toMatchObject({
      failure: { kind: 'refused', how: 'reset' },
    });
  });

  test('redirects within it are followed', async () => {
    const { url, asked } = await serving((incoming, response) => {
      if (incoming.url === '/a') response.writeHead(302, { Location: 'b' }).end();
      else response.end(png);
    });
    expect(await fetching('loopback')(`${url}/a`)).toMatchObject({ ok: true });
    expect(asked).toEqual(['/a', '/b']);
  });

  test('a redirect to elsewhere by http, or into the local network, is not followed', async () => {
    const { url } = await serving((incoming, response) => {
      const Location = incoming.url === '/http' ? 'http://pic.example/a' : 'https://192.168.1.1/a';
      response.writeHead(301, { Location }).end();
    });
    expect(await fetching('loopback')(`${url}/http`)).toEqual(refused('pic.example', 'not-https'));
    expect(await fetching('loopback')(url)).toEqual(refused('192.168.1.1', 'private-address'));
  });

  test('redirects without end are given up after five', async () => {
    const { url, asked } = await serving((_incoming, response) =>
      response.writeHead(302, { Location: '/again' }).end(),
    );
    expect(await fetching('loopback')(url)).toEqual(refused(new URL(url).host, 'redirects'));
    expect(asked).toHaveLength(6);
  });

  test('whoever signs out meanwhile waits no longer', async () => {
    const signedOut = new AbortController();
    const { url } = await serving(() => signedOut.abort());
    expect(await fetching('loopback')(url, signedOut.signal)).toEqual({
      ok: false,
      failure: { kind: 'cancelled' },
    });
  });
});

describe('from elsewhere', () => {
  const abroad = '203.0.114.7';
  const names = { 'pic.example': [abroad], 'other.example': [abroad] };

  test('a name that leads to a public address is asked', async () => {
    const { port } = await serving((_incoming, response) => response.end(png));
    const network = { names, leadsTo: { port }, connectedTo: abroad };
    expect(await fetching('public', network)('https://pic.example/a.png')).toMatchObject({
      ok: true,
    });
  });

  test('a name of which one address is private is not asked', async () => {
    const { port, asked } = await serving((_incoming, response) => response.end(png));
    const network = { names: { 'pic.example': [abroad, '10.1.2.3'] }, leadsTo: { port } };
    expect(await fetching('public', network)('https://pic.example/a')).toEqual(
      refused('pic.example', 'private-address'),
    );
    expect(asked).toEqual([]);
  });

  test('a name that led elsewhere when it was connected to is not read', async () => {
    const { port } = await serving((_incoming, response) => response.end(png));
    for (const connectedTo of ['127.0.0.1', null]) {
      const network = { names, leadsTo: { port }, connectedTo };
      expect(await fetching('public', network)('https://pic.example/a')).toEqual(
        refused('pic.example', 'private-address'),
      );
    }
  });

  test('each redirect is looked at anew', async () => {
    const { port, asked } = await serving((incoming, response) => {
      const isFirst = incoming.headers.host === 'pic.example';
      const Location = isFirst ? 'https://other.example/b' : 'https://inside.example/c';
      response.writeHead(302, { Location }).end();
    });
    const network = {
      names: { ...names, 'inside.example': ['127.0.0.1'] },
      leadsTo: { port },
      connectedTo: abroad,
    };
    expect(await fetching('public', network)('https://pic.example/a')).toEqual(
      refused('inside.example', 'private-address'),
    );
    expect(asked).toEqual(['/a', '/b']);
  });

  test('this machine is not asked, by a redirect either', async () => {
    const { url, port } = await serving((_incoming, response) =>
      response.writeHead(302, { Location: 'https://localhost/a' }).end(),
    );
    const network = { names, leadsTo: { port }, connectedTo: abroad };
    expect(await fetching('public', network)(`${url.replace('http:', 'https:')}/a`)).toEqual(
      refused(new URL(url).host, 'private-address'),
    );
    expect(await fetching('public', network)('https://pic.example/a')).toEqual(
      refused('localhost', 'private-address'),
    );
  });

  test('through a proxy names and addresses are judged as they are written', async () => {
    const { port } = await serving((_incoming, response) => response.end(png));
    const network = { leadsTo: { port }, route: 'proxy' } as const;
    const fetchPicture = fetching('public', network);
    expect(await fetchPicture('https://pic.example/a')).toMatchObject({ ok: true });
    expect(await fetchPicture('https://10.0.0.1/a')).toEqual(
      refused('10.0.0.1', 'private-address'),
    );
  });

  test('a name that does not exist is told as such', async () => {
    expect(await fetching('public')('https://nowhere.example/a')).toEqual({
      ok: false,
      failure: { kind: 'dns', host: 'nowhere.example' },
    });
  });
});
