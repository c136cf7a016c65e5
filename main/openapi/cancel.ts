import type { Result } from '../../preload/contract';

/** `work`, or `cancelled` as soon as `signal` says so. The work itself goes on. */
export function orCancelled<Value>(
  work: Promise<Result<Value>>,
  signal: AbortSignal | undefined,
): Promise<Result<Value>> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const cancel = () => resolve({ ok: false, failure: { kind: 'cancelled' } });
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}
