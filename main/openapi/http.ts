/** One request and its JSON, on axios over a fetch that is passed in. */
import type { AxiosInstance } from 'axios';
import type { Failure, Result } from '../../preload/contract';
import { malformed } from './decode';
import { networkFailure } from './failure';
import { inTime } from './inTime';

export interface Request {
  readonly method: 'GET' | 'POST';
  /** Without a query of this client's own: that is what `query` is for. */
  readonly url: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: Readonly<Record<string, unknown>>;
  /** Sent as `Authorization: Bearer`. */
  readonly bearer?: string;
}

export interface HttpOptions {
  readonly fetch: typeof fetch;
  /** No request is made before it has ended. */
  readonly begin?: Promise<void>;
  readonly limits: { readonly timeoutMs: number; readonly bytes: number };
  /** Who issued the certificate of `host` that was refused last; null where that is not known. */
  readonly issuerOf?: (host: string) => string | null;
  /** Told the `Date` of every answer in JSON, of whatever status: a captive portal's is none. */
  readonly dated?: (url: string, date: string) => void;
}

/** Gives the JSON of an answer with a 2xx status; every other end is a failure. */
export type Send = (request: Request, signal: AbortSignal | undefined) => Promise<Result<unknown>>;

export function createSend(options: HttpOptions): Send {
  const { fetch, limits, issuerOf = () => null, dated } = options;
  let client: Promise<AxiosInstance> | null = null;

  /** For the first request: loading it takes as long as all that the first page shows. */
  async function createClient(): Promise<AxiosInstance> {
    const { default: axios } = await import('axios');
    return axios.create({
      adapter: 'fetch',
      env: { fetch },
      // Answers carry tokens: none may reach a cache on disk. The platform answers without redirects,
      // so one is a captive portal's, and would be given our query and its token.
      fetchOptions: { cache: 'no-store', redirect: 'error' },
      withCredentials: false,
      headers: { Accept: 'application/json' },
      // As text, because axios resolves broken JSON with the text and says nothing.
      responseType: 'text',
      validateStatus: () => true,
      maxContentLength: limits.bytes,
    });
  }

  async function transfer(
    request: Request,
    host: string,
    signal: AbortSignal,
  ): Promise<Result<unknown>> {
    const startedAt = performance.now();
    try {
      client ??= createClient();
      const { status, data, headers } = await (await client).request<unknown>({
        method: request.method,
        url: addressOf(request),
        ...(request.json && { data: request.json }),
        ...(request.bearer !== undefined && {
          headers: { Authorization: `Bearer ${request.bearer}` },
        }),
        signal,
      });
      const json = jsonOf(typeof data === 'string' ? data : '', host);
      const date: unknown = headers.date;
      if (json.ok && typeof date === 'string') dated?.(request.url, date);
      const failure = statusFailure(status, host);
      return failure === null ? json : { ok: false, failure };
    } catch (error) {
      const afterMs = Math.round(performance.now() - startedAt);
      const issuer = issuerOf(host);
      const failure = networkFailure(error, { host, afterMs, limitBytes: limits.bytes, issuer });
      return { ok: false, failure };
    }
  }

  return async (request, signal) => {
    await options.begin;
    if (signal?.aborted) return { ok: false, failure: { kind: 'cancelled' } };
    const { host } = new URL(request.url);
    // Not axios's own time limit: this one holds even where a fetch is deaf to its signal.
    const { timeoutMs } = limits;
    return inTime({ host, timeoutMs, signal }, (stop) => transfer(request, host, stop));
  };
}

function addressOf({ url, query = {} }: Request): string {
  const address = new URL(url);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address.href;
}

function jsonOf(text: string, host: string): Result<unknown> {
  const body = text.trim();
  if (body === '') return malformed('(body)', 'empty');
  // Not by content type: PHP says text/html of its JSON, too.
  if (body.startsWith('<')) return { ok: false, failure: { kind: 'not-the-platform', host } };
  try {
    return { ok: true, value: JSON.parse(body) };
  } catch {
    return malformed('(body)', 'not JSON, or cut off');
  }
}

/** Null for 2xx. */
export function statusFailure(status: number, host: string): Failure | null {
  if (status >= 200 && status < 300) return null;
  if (status === 407) return { kind: 'proxy-password' };
  // RFC 6585, 6: how a captive portal should say that it is one.
  if (status === 511) return { kind: 'not-the-platform', host };
  if (status >= 500) return { kind: 'server', host, status };
  return { kind: 'http-status', host, status };
}
