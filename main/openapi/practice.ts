/** For this folder's tests: a client of the practice platform, and servers that answer what it can't. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Gateway } from '../../gateway';
import type { PersonId } from '../../preload/contract';
import { createOpenApi } from './client';
import { type Envelope, openEnvelope } from './envelope';
import type { OpenApi, OpenApiOptions } from './openApi';
import type { Platform } from './platform';

const deployment = z.object({
  gateway: z.string(),
  app: z.object({
    appId: z.string(),
    appKey: z.string(),
    accessTokenInvalidCodes: z.array(z.string()),
  }),
  login: z.object({
    page: z.string(),
    redirectUri: z.string(),
    ticketMethod: z.enum(['GET', 'POST']),
  }),
  messages: z.object({ feedUrl: z.string(), platformCode: z.string() }),
});

export const limits = { timeoutMs: 10_000, bytes: 5 * 1024 * 1024 };

export interface Changes {
  readonly platform?: (platform: Platform) => Platform;
  readonly appKey?: string | null;
  readonly options?: Partial<OpenApiOptions>;
}

export function openApiOn(gateway: Gateway, changes: Changes = {}): OpenApi {
  const { gateway: url, app, login, messages } = deployment.parse(gateway.deployment());
  const { appKey, ...application } = app;
  const platform = { gateway: url, messageGateway: url, app: application, login, messages };
  const key = changes.appKey === undefined ? appKey : changes.appKey;
  return createOpenApi({
    platform: changes.platform?.(platform) ?? platform,
    appKey: async () => ({ ok: true, value: key }),
    fetch,
    limits,
    ...changes.options,
  });
}

/** What the redirect brings after a person has filled in the login page. */
export async function signIn(
  gateway: Gateway,
  openApi: OpenApi,
  account: string,
): Promise<URLSearchParams> {
  const person = gateway.people.find((one) => one.account === account);
  const ticket = await openApi.createLoginTicket();
  if (!person || !ticket.ok) throw new Error(`no sign-in for ${account}`);
  const address = openApi.loginPageUrl(ticket.value);
  const page = await (await fetch(address)).text();
  const form = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const sent = await fetch(new URL(address).origin + new URL(address).pathname, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ form, account, password: person.password }),
  });
  return new URL(sent.headers.get('location') ?? '').searchParams;
}

export const personIdOf = (query: URLSearchParams): PersonId =>
  (query.get('personId') ?? '') as PersonId;

export interface OddServer extends AsyncDisposable {
  readonly url: string;
  readonly host: string;
}

/** A server on the loopback address that answers with `listener`. */
export async function serve(listener: RequestListener): Promise<OddServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An answer that came through, opened. */
export function opened(answer: unknown): Envelope {
  const envelope = openEnvelope(answer);
  if (!envelope.ok) throw new Error('no envelope');
  return envelope.value;
}
