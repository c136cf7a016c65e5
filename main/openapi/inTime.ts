import { setTimeout as delay } from 'node:timers/promises';
import type { Result } from '../../preload/contract';
import { orCancelled } from './cancel';

export interface TimeLimit {
  /** Whose answer it is, for the failure's words. */
  readonly host: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What `work` comes to, `timeout` once it has taken longer, or `cancelled`: also where it is deaf to its
 * own signal, which is aborted in the end whatever came first.
 */
export async function inTime<Value>(
  { host, timeoutMs, signal }: TimeLimit,
  work: (signal: AbortSignal) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const stop = new AbortController();
  const late: Result<never> = {
    ok: false,
    failure: { kind: 'timeout', host, afterMs: timeoutMs },
  };
  try {
    const first = Promise.race([
      work(stop.signal),
      delay(timeoutMs, late, { signal: stop.signal }),
    ]);
    return await orCancelled(first, signal);
  } finally {
    stop.abort();
  }
}
