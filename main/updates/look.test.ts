import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LookOptions, look } from './look';

const pair = generateKeyPairSync('ed25519');
const description = (version: string) =>
  JSON.stringify({
    version,
    files: [{ url: 'S.AppImage', size: 10, sha512: `${'A'.repeat(86)}==` }],
  });
const signatureOf = (text: string) =>
  sign(null, Buffer.from(text), pair.privateKey).toString('base64');

let server: Server;
let options: LookOptions;
let asked: string[];
let serve: Readonly<Record<string, string | ((response: ServerResponse) => void)>>;

/** Serves it signed. */
function put(text: string, signature = signatureOf(text)): void {
  serve = { '/s/latest-linux.yml': text, '/s/latest-linux.yml.sig': signature };
}

beforeEach(async () => {
  asked = [];
  serve = {};
  server = createServer(({ url = '', headers }, response) => {
    asked.push(url);
    expect(headers.cookie).toBeUndefined();
    const answer = serve[url];
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === 'string') response.end(answer);
    else answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  options = {
    base: new URL(`http://127.0.0.1:${port}/s/`),
    key: pair.publicKey,
    system: { platform: 'linux', arch: 'x64' },
    current: '1.0.0',
    fetch,
    issuerOf: () => null,
  };
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const refused = (why: string) => ({ ok: false, failure: { kind: 'update', why } });

test('a signed description of a newer version, or of this one, is taken', async () => {
  put(description('1.0.1'));
  expect(await look(options)).toMatchObject({ ok: true, value: { version: '1.0.1' } });
  put(description('1.0.0'));
  expect(await look(options)).toMatchObject({ ok: true, value: { version: '1.0.0' } });
});

test('one that anybody has changed since it was signed is refused', async () => {
  put(description('9.0.0'), signatureOf(description('1.0.1')));
  expect(await look(options)).toEqual(refused('unsigned'));
});

test('nothing in it is read before its signature is good', async () => {
  put('version: [', signatureOf('another'));
  expect(await look(options)).toEqual(refused('unsigned'));
  put('version: [');
  expect(await look(options)).toEqual(refused('unusable'));
});

test('without a signature file it is not signed', async () => {
  serve = { '/s/latest-linux.yml': description('1.0.1') };
  expect(await look(options)).toEqual(refused('unsigned'));
});

test('an older version is refused, however well it is signed', async () => {
  put(description('0.9.9'));
  expect(await look(options)).toEqual(refused('older'));
});

test('where there is no description, no signature is asked for', async () => {
  expect(await look(options)).toEqual(refused('absent'));
  expect(asked).toEqual(['/s/latest-linux.yml']);
});

test('a server that leads elsewhere is not followed', async () => {
  serve = {
    '/s/latest-linux.yml': (response) => response.writeHead(302, { location: '/t' }).end(),
    '/t': description('1.0.1'),
  };
  expect(await look(options)).toEqual(refused('elsewhere'));
  expect(asked).toEqual(['/s/latest-linux.yml']);
});

test('a description without end is not read to one', async () => {
  serve = {
    '/s/latest-linux.yml': (response) => {
      const send = () => response.write('#'.repeat(16_384), () => response.destroyed || send());
      send();
    },
  };
  expect(await look(options)).toMatchObject({ failure: { kind: 'too-large', limitBytes: 65_536 } });
});

test('a server that says nothing is given up, also in the middle', async () => {
  serve = { '/s/latest-linux.yml': (response) => void response.write('version:') };
  expect(await look({ ...options, timeoutMs: 100 })).toMatchObject({
    failure: { kind: 'timeout', afterMs: 100 },
  });
});

test('what the server or the network says instead is told as it is', async () => {
  serve = { '/s/latest-linux.yml': (response) => response.writeHead(503).end() };
  expect(await look(options)).toMatchObject({ failure: { kind: 'server', status: 503 } });
  server.close();
  server.closeAllConnections();
  expect(await look(options)).toMatchObject({ failure: { kind: 'refused' } });
});
