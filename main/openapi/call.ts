/** One call of the platform: what is asked, and how its answer is read. */
import type { Result } from '../../preload/contract';
import { type Envelope, openEnvelope, rejected, SUCCESS } from './envelope';
import type { Request, Send } from './http';

export interface Call<Value> {
  readonly request: Request;
  /** What is sent in it and must not come back in a failure's text. */
  readonly secrets: readonly string[];
  /** Codes beside success that `read` understands. */
  readonly otherCodes?: readonly string[];
  readonly read: (envelope: Envelope, secrets: readonly string[]) => Result<Value>;
}

/** The answer with its envelope opened, whatever its code says. */
export async function exchange(
  send: Send,
  request: Request,
  signal: AbortSignal | undefined,
): Promise<Result<Envelope>> {
  const json = await send(request, signal);
  return json.ok ? openEnvelope(json.value) : json;
}

/** What an answer came to: the call's value, or `rejected` with the platform's own words. */
export function settle<Value>(call: Call<Value>, answer: Result<Envelope>): Result<Value> {
  if (!answer.ok) return answer;
  const envelope = answer.value;
  if (envelope.code === SUCCESS || call.otherCodes?.includes(envelope.code)) {
    return call.read(envelope, call.secrets);
  }
  return { ok: false, failure: rejected(envelope, call.secrets) };
}
