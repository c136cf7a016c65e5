/** Reads the message feed page by page, on from where the last reading ended. */
import type { Failure, PersonId } from '../../preload/contract';
import type { FeedPage, OpenApi } from '../openapi';

/** Messages asked for at once: some 200 KB, far under the limit for an answer. */
const pageSize = 200;
/** A feed that never comes to an end is broken: this is more than any person has. */
const mostMessages = 100_000;

/** Where the pages are kept, with the cursor after them. */
export interface FeedPlace {
  cursor(): string | null;
  forgetCursor(): void;
  take(page: FeedPage): void;
}

/**
 * Gives each page to `place` as it comes. Ends with null when all is read, else with what stopped it:
 * what came before stays read, and the next reading goes on from there.
 */
export async function readFeed(
  openApi: OpenApi,
  account: { readonly personId: PersonId; readonly token: string },
  place: FeedPlace,
  signal: AbortSignal,
): Promise<Failure | null> {
  const { personId, token } = account;
  let limit = pageSize;
  for (let asked = 0; asked < mostMessages; asked += limit) {
    const cursor = place.cursor();
    const answer = await openApi.readFeed(
      {
        personId,
        oauthToken: token,
        limit,
        ...(cursor !== null && { since: cursor }),
      },
      signal,
    );
    if (signal.aborted) return { kind: 'cancelled' };
    if (!answer.ok) {
      // One message without end must not keep the others back.
      if (answer.failure.kind === 'too-large' && limit > 1) {
        limit = Math.floor(limit / 8) || 1;
        continue;
      }
      // It may be the cursor that is refused, after the feed was set up anew.
      if (answer.failure.kind === 'rejected') place.forgetCursor();
      return answer.failure;
    }
    place.take(answer.value);
    if (!answer.value.hasMore) return null;
    const next = answer.value.cursor;
    // Asking again from the same place would bring the same page for ever.
    if (next === null || next === cursor) {
      return { kind: 'malformed', field: 'result.cursor', problem: 'repeated' };
    }
  }
  return { kind: 'malformed', field: 'result.hasMore', problem: 'endless' };
}
