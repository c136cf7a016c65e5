import { setTimeout as wait } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { type CallName, callTable } from './callTable';
import { envelope, type Refusal, refusals } from './envelope';
import type { Fault } from './faults';
import { altered, standIn } from './faultyAnswer';
import type { Platform } from './platform';

export type PlatformContext = Context<{ Bindings: HttpBindings }>;

/** One request, as a call sees it. */
export class Exchange {
  readonly platform: Platform;
  readonly call: CallName;
  readonly context: PlatformContext;
  /** Parsed where it is JSON or a form, else as text; null without one. */
  readonly body: unknown;

  constructor(platform: Platform, call: CallName, context: PlatformContext, body: unknown) {
    this.platform = platform;
    this.call = call;
    this.context = context;
    this.body = body;
  }

  query(name: string): string | undefined {
    return this.context.req.query(name);
  }

  /** In the envelope of the call's family, with `000000`. */
  succeeded(content: Readonly<Record<string, unknown>>, text = '操作成功'): Response {
    return this.answered({ code: '000000', text }, content);
  }

  answered(
    outcome: { readonly code: string; readonly text: string },
    content: Readonly<Record<string, unknown>> = {},
  ): Response {
    return this.context.json(envelope(this.call, outcome, content));
  }

  refused(why: Refusal, status: 200 | 401 | 405 = 200): Response {
    return this.context.json(envelope(this.call, refusals[why]), status);
  }
}

export type Handler = (exchange: Exchange) => Response | Promise<Response>;

/** A call's handler, written into the journal, under the faults scripted for it. */
export function exchanged(platform: Platform, call: CallName, handler: Handler) {
  return async (context: PlatformContext): Promise<Response> => {
    const { req } = context;
    const body = readBody(req.header('content-type') ?? '', await req.text());
    const faults = platform.faults.take(call);
    const end = platform.journal.open({
      at: Date.now(),
      call,
      method: req.method,
      path: req.path,
      query: req.query(),
      body,
      authorization: req.header('authorization') ?? null,
      faults: faults.map(({ kind }) => kind),
    });
    await heldUp(platform, faults);
    const response = await played(new Exchange(platform, call, context, body), handler, faults);
    if (response === 'reset' || platform.closing.aborted) {
      context.env.incoming.socket.resetAndDestroy();
      end({ kind: 'reset' });
      return RESPONSE_ALREADY_SENT;
    }
    end({ kind: 'answered', status: response.status });
    return response;
  };
}

async function heldUp(platform: Platform, faults: readonly Fault[]): Promise<void> {
  for (const fault of faults) {
    if (fault.kind === 'hold') await platform.faults.held();
    if (fault.kind === 'delay') {
      // Closing ends the delay early; the exchange is then cut off.
      await wait(fault.ms, undefined, { signal: platform.closing }).catch(() => undefined);
    }
  }
}

async function played(
  exchange: Exchange,
  handler: Handler,
  faults: readonly Fault[],
): Promise<Response | 'reset'> {
  const { platform, call } = exchange;
  if (platform.closing.aborted) return 'reset';
  for (const fault of faults) {
    const answer = standIn(fault, call);
    if (answer !== undefined) return answer === 'reset' ? answer : dated(answer, platform, faults);
  }
  const admitted =
    callTable[call].needs === 'nothing' ||
    platform.applications.accepts(exchange.query('accessToken'));
  const status = platform.settings.refusedAccessToken === 'http-401' ? 401 : 200;
  const own = admitted ? await handler(exchange) : exchange.refused('access-token', status);
  if (faults.some((fault) => fault.kind === 'reset')) return 'reset';
  return dated(await altered(own, faults), platform, faults);
}

function dated(answer: Response, { clock }: Platform, faults: readonly Fault[]): Response {
  const skew = faults.findLast((fault) => fault.kind === 'date-skewed')?.seconds ?? 0;
  answer.headers.set('Date', new Date(clock.now() + skew * 1000).toUTCString());
  return answer;
}

function readBody(contentType: string, text: string): unknown {
  if (text === '') return null;
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
