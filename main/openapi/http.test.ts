import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { createSend, type Request } from './http';
import { limits, type OddServer, serve } from './practice';

const get = ({ url }: OddServer): Request => ({
  method: 'GET',
  url: `${url}/path`,
  query: { accessToken: 's3cret' },
});

const ask = (
  server: OddServer,
  changes: { limits?: Partial<typeof limits>; signal?: AbortSignal } = {},
) => createSend({ fetch, limits: { ...limits, ...changes.limits } })(get(server), changes.signal);

const answering = (body: string, status = 200, headers: Record<string, string> = {}) =>
  serve((_request, response) => response.writeHead(status, headers).end(body));

const html = '\n <!doctype html><title>Sign in to this network</title>';
const failed = (failure: unknown) => ({ ok: false, failure });

describe('an answer', () => {
  test.each([
    ['of JSON', '{"a":1}'],
    ['of JSON behind a byte order mark', '\uFEFF{"a":1}'],
    ['of JSON between white space', '\n\n {"a":1}\n'],
  ])('%s is given as it is, whatever type it names', async (_what, body) => {
    await using server = await answering(body, 200, { 'Content-Type': 'text/html' });
    expect(await ask(server)).toEqual({ ok: true, value: { a: 1 } });
  });

  test.each([
    ['empty', '', { kind: 'malformed', field: '(body)', problem: 'empty' }],
    ['of white space', ' \n', { kind: 'malformed', field: '(body)', problem: 'empty' }],
    [
      'cut off in the middle',
      '{"code":"000000","resu',
      { kind: 'malformed', field: '(body)', problem: 'not JSON, or cut off' },
    ],
    [
      'of plain words',
      'upstream is busy',
      { kind: 'malformed', field: '(body)', problem: 'not JSON, or cut off' },
    ],
  ])('that is %s is malformed', async (_what, body, failure) => {
    await using server = await answering(body);
    expect(await ask(server)).toEqual(failed(failure));
  });

  test('of HTML with status 200 is not the platform', async () => {
    await using server = await answering(html);
    expect(await ask(server)).toEqual(failed({ kind: 'not-the-platform', host: server.host }));
  });

  test.each([
    [502, html, 'server'],
    [500, '{"code":"000000"}', 'server'],
    [401, '{"code":"000000"}', 'http-status'],
    [403, html, 'http-status'],
    [404, '', 'http-status'],
    [429, '', 'http-status'],
  ])('with status %i is a failure, whatever its body', async (status, body, kind) => {
    await using server = await answering(body, status);
    expect(await ask(server)).toEqual(failed({ kind, host: server.host, status }));
  });

  test('of a portal that says what it is (511) is not the platform', async () => {
    await using server = await answering(html, 511);
    expect(await ask(server)).toEqual(failed({ kind: 'not-the-platform', host: server.host }));
  });

  // Node's fetch makes an error of this status, as the standard wants; Chromium's passes it on.
  test('of a proxy that wants a password (407) is told as such', async () => {
    const send = createSend({ fetch: async () => new Response(html, { status: 407 }), limits });
    expect(await send({ method: 'GET', url: 'http://gateway.example/' }, undefined)).toEqual(
      failed({ kind: 'proxy-password' }),
    );
  });
});

describe("an answer's date", () => {
  const date = 'Wed, 23 Sep 2026 08:00:00 GMT';

  test.each([
    ['JSON', 200, '{"code":"000000"}', [date]],
    ['JSON that refuses', 401, '{"code":"100403"}', [date]],
    ['a page', 200, html, []],
    ['words', 200, 'busy', []],
    ['nothing', 200, '', []],
  ])('of %s with status %i is handed on, or not: %s', async (_what, status, body, expected) => {
    await using server = await answering(body, status, { Date: date });
    const dates: string[] = [];
    const send = createSend({ fetch, limits, dated: (_url, given) => void dates.push(given) });
    await send(get(server), undefined);
    expect(dates).toEqual(expected);
  });
});

test('a redirect is not followed, and its target sees nothing', async () => {
  const seen: (string | undefined)[] = [];
  await using portal = await serve((request, response) => {
    seen.push(request.url);
    response.end('{}');
  });
  await using server = await answering('', 302, { Location: `${portal.url}/login` });
  expect(await ask(server)).toEqual(failed({ kind: 'not-the-platform', host: server.host }));
  expect(seen).toEqual([]);
});

describe('a connection', () => {
  test('that is reset before the answer', async () => {
    await using server = await serve((request) => request.socket.resetAndDestroy());
    expect(await ask(server)).toEqual(failed({ kind: 'refused', host: server.host, how: 'reset' }));
  });

  test('that is reset in the middle of the answer', async () => {
    await using server = await serve((request, response) => {
      response.writeHead(200, { 'Content-Length': '1000' });
      response.write('{"code":', () => request.socket.resetAndDestroy());
    });
    expect(await ask(server)).toEqual(failed({ kind: 'refused', host: server.host, how: 'reset' }));
  });

  test('that nobody takes', async () => {
    const server = await answering('');
    await server[Symbol.asyncDispose]();
    expect(await ask(server)).toEqual(
      failed({ kind: 'refused', host: server.host, how: 'refused' }),
    );
  });

  test('that does not speak TLS', async () => {
    await using server = await answering('{}');
    const overTls = { ...server, url: server.url.replace('http:', 'https:') };
    expect(await ask(overTls)).toMatchObject(failed({ kind: 'tls', host: server.host }));
  });
});

describe('the time limit', () => {
  const limit = { timeoutMs: 100 };

  test('holds while the headers are awaited', async () => {
    await using server = await serve(() => undefined);
    expect(await ask(server, { limits: limit })).toEqual(
      failed({ kind: 'timeout', host: server.host, afterMs: 100 }),
    );
  });

  test('holds while the body is awaited', async () => {
    await using server = await serve((_request, response) => response.write('{'));
    expect(await ask(server, { limits: limit })).toEqual(
      failed({ kind: 'timeout', host: server.host, afterMs: 100 }),
    );
  });

  test('holds even for a fetch that is deaf to its signal', async () => {
    await using server = await answering('{}');
    const send = createSend({
      fetch: () => new Promise(() => undefined),
      limits: { ...limits, ...limit },
    });
    expect(await send(get(server), undefined)).toEqual(
      failed({ kind: 'timeout', host: server.host, afterMs: 100 }),
    );
  });
});

describe('the size limit', () => {
  const limit = { bytes: 1000 };
  const body = JSON.stringify({ text: 'x'.repeat(2000) });

  test('holds for an answer that says its size', async () => {
    await using server = await answering(body);
    expect(await ask(server, { limits: limit })).toEqual(
      failed({ kind: 'too-large', host: server.host, limitBytes: 1000 }),
    );
  });

  test('holds for one that does not', async () => {
    await using server = await serve((_request, response) => {
      response.write(body.slice(0, 500));
      response.end(body.slice(500));
    });
    expect(await ask(server, { limits: limit })).toEqual(
      failed({ kind: 'too-large', host: server.host, limitBytes: 1000 }),
    );
  });
});

describe('cancelling', () => {
  test('ends a request, and its connection', async () => {
    let closed: Promise<unknown> = Promise.reject(new Error('not asked'));
    closed.catch(() => undefined);
    const cancel = new AbortController();
    await using server = await serve((request) => {
      closed = once(request.socket, 'close');
      cancel.abort();
    });
    expect(await ask(server, { signal: cancel.signal })).toEqual(failed({ kind: 'cancelled' }));
    await closed;
  });

  test('before it is sent sends nothing', async () => {
    const seen: (string | undefined)[] = [];
    await using server = await serve((request, response) => {
      seen.push(request.url);
      response.end('{}');
    });
    expect(await ask(server, { signal: AbortSignal.abort() })).toEqual(
      failed({ kind: 'cancelled' }),
    );
    expect(seen).toEqual([]);
  });
});

test('a request carries its query, its JSON and its bearer, no cookie, and may not be cached', async () => {
  const seen: unknown[] = [];
  await using server = await serve(async (request, response) => {
    const {
      authorization,
      cookie,
      accept,
      'content-type': type,
      'cache-control': cache,
    } = request.headers;
    const body = await text(request);
    seen.push({ url: request.url, authorization, cookie, accept, type, cache, body });
    response.setHeader('Set-Cookie', 'portal=1').end('{}');
  });
  const send = createSend({ fetch, limits });
  const request: Request = {
    method: 'POST',
    url: `${server.url}/feed?school=1`,
    query: { since: 'a+b/c= &' },
    json: { 名: '值' },
    bearer: 't0ken',
  };
  await send(request, undefined);
  await send(request, undefined);
  const expected = {
    url: '/feed?school=1&since=a%2Bb%2Fc%3D+%26',
    authorization: 'Bearer t0ken',
    cookie: undefined,
    accept: 'application/json',
    type: 'application/json',
    cache: 'no-cache',
    body: '{"名":"值"}',
  };
  expect(seen).toEqual([expected, expected]);
});
