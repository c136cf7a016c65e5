/** The session that electron-updater goes out through: to one origin, without anything of ours. */
import type { Session } from 'electron';

export interface UpdateNetwork {
  /**
   * Lets the next download be nothing but so many bytes, as they are: a server could else fill the
   * disk before the hash shows that it is not the file that was described.
   */
  expect(file: { readonly url: string; readonly bytes: number }): void;
  /** Why a request was cut off here, since the last `expect`; null where none was. */
  refused(): Refusal | null;
}

export type Refusal =
  /** It led, or was to lead, to another origin. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'other-size' }
  | { readonly kind: 'status'; readonly status: number };

export function guardUpdates(session: Session, origin: string): UpdateNetwork {
  let expected: { readonly url: string; readonly bytes: number } | null = null;
  let refusal: Refusal | null = null;

  session.webRequest.onBeforeRequest(({ url }, decide) => {
    const isElsewhere = new URL(url).origin !== origin;
    if (isElsewhere) refusal = { kind: 'elsewhere' };
    decide({ cancel: isElsewhere });
  });
  session.webRequest.onBeforeSendHeaders(({ requestHeaders }, decide) => {
    const ours = /^(cookie|authorization|x-user-staging-id)$/i;
    const sent = Object.entries(requestHeaders).filter(([name]) => !ours.test(name));
    decide({ requestHeaders: Object.fromEntries(sent) });
  });
  session.webRequest.onHeadersReceived(({ url, statusCode, responseHeaders = {} }, decide) => {
    // A redirect's target is judged when it is asked for.
    const isAnswer = url === expected?.url && (statusCode < 300 || statusCode >= 400);
    const why = isAnswer ? reasonAgainst(statusCode, responseHeaders, expected?.bytes) : null;
    if (why !== null) refusal = why;
    decide({ cancel: why !== null });
  });

  return {
    expect(file) {
      expected = file;
      refusal = null;
    },
    refused: () => refusal,
  };
}

function reasonAgainst(
  status: number,
  headers: Readonly<Record<string, readonly string[]>>,
  bytes: number | undefined,
): Refusal | null {
  if (status !== 200) return { kind: 'status', status };
  const valueIn = (name: string) =>
    Object.entries(headers).find(([found]) => found.toLowerCase() === name)?.[1][0];
  const isPlain = (valueIn('content-encoding') ?? 'identity') === 'identity';
  const isOfThatSize = valueIn('content-length') === String(bytes);
  return isPlain && isOfThatSize ? null : { kind: 'other-size' };
}
