/** Sends read and unread marks, one call after the other. */
import type { Failure, MarkOutcome, MessageId } from '../../preload/contract';
import { type Marks, MOST_MARKS, type OpenApi } from '../openapi';

/**
 * `taken` is told of each call the platform took. What the platform itself refuses does not keep
 * the other calls back; when it cannot be reached, nothing more is sent.
 */
export async function sendMarks(
  openApi: OpenApi,
  { personId, ids, as }: Marks,
  taken: (ids: readonly MessageId[]) => void,
  signal: AbortSignal,
): Promise<MarkOutcome> {
  const refused: { ids: readonly MessageId[]; failure: Failure }[] = [];
  let marked = 0;
  const distinct = [...new Set(ids)];
  for (let at = 0; at < distinct.length; at += MOST_MARKS) {
    const call = distinct.slice(at, at + MOST_MARKS);
    const answer = await openApi.markMessages({ personId, ids: call, as }, signal);
    if (answer.ok) {
      marked += call.length;
      taken(call);
      continue;
    }
    const { failure } = answer;
    if (failure.kind !== 'rejected') {
      refused.push({ ids: distinct.slice(at), failure });
      break;
    }
    refused.push({ ids: call, failure });
  }
  return { marked, refused };
}
