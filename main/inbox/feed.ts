/** Reads the message feed page by page, on from where the last reading ended. */
import type { Failure, PersonId } from '../../preload/contract';
import type { FeedPage, OpenApi } from '../openapi';

/** Messages asked for at once: some 200 KB, far under the limit for an answer. */
const pageSize = 200;
/** A feed that never comes to an end is broken; 100 000 messages are more than any person has. */
const mostPages = 500;

export interface FeedReader {
  /**
   * Gives each page as it comes. Ends with null when all is read, else with what stopped it: what
   * came before stays read, and the next reading goes on from there.
   */
  read(
    account: { readonly personId: PersonId; readonly token: string },
    take: (page: FeedPage) => void,
    signal: AbortSignal,
  ): Promise<Failure | null>;
  /** The next reading starts from the beginning. */
  rewind(): void;
}

export function createFeedReader(openApi: OpenApi): FeedReader {
  let cursor: string | null = null;
  return {
    async read({ personId, token }, take, signal) {
      for (let page = 0; page < mostPages; page += 1) {
        const answer = await openApi.readFeed(
          {
            personId,
            oauthToken: token,
            limit: pageSize,
            ...(cursor !== null && { since: cursor }),
          },
          signal,
        );
        if (signal.aborted) return { kind: 'cancelled' };
        if (!answer.ok) {
          // It may be the cursor that is refused, after the feed was set up anew.
          if (answer.failure.kind === 'rejected') cursor = null;
          return answer.failure;
        }
        const { hasMore } = answer.value;
        take(answer.value);
        const stands = answer.value.cursor === null || answer.value.cursor === cursor;
        cursor = answer.value.cursor ?? cursor;
        if (!hasMore) return null;
        // Asking again from the same place would bring the same page for ever.
        if (stands) return { kind: 'malformed', field: 'result.cursor', problem: 'repeated' };
      }
      return { kind: 'malformed', field: 'result.hasMore', problem: 'endless' };
    },
    rewind() {
      cursor = null;
    },
  };
}
