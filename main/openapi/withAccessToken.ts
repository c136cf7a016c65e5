/** A call with the application's access token, and what follows when that token is refused. */
import type { Result } from '../../preload/contract';
import type { AccessTokens, Haste } from './accessToken';

export interface Attempt<Value> {
  /** Whether the platform took the access token; the call may have failed all the same. */
  readonly kind: 'taken' | 'refused';
  readonly outcome: Result<Value>;
}

/**
 * At once: a call whose token was refused is made once more with another, where one can be had. By
 * chance: the refusal is the answer, and a later call gets another token (see `AccessTokens`).
 */
export async function withAccessToken<Value>(
  tokens: AccessTokens,
  { signal, haste }: { readonly signal: AbortSignal | undefined; readonly haste: Haste },
  attempt: (accessToken: string) => Promise<Attempt<Value>>,
): Promise<Result<Value>> {
  async function attemptWith(token: string): Promise<Attempt<Value>> {
    const made = await attempt(token);
    if (made.kind === 'refused' && !made.outcome.ok) tokens.refused(token, made.outcome);
    return made;
  }

  const token = await tokens.current(signal, haste);
  if (!token.ok) return token;
  const first = await attemptWith(token.value);
  if (first.kind === 'taken' || haste === 'by-chance') return first.outcome;
  const next = await tokens.following(token.value, signal);
  if (next === null) return first.outcome;
  return next.ok ? (await attemptWith(next.value)).outcome : next;
}
