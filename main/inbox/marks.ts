/** Sends read and unread marks, one call after the other. */
import type { Failure, MarkOutcome, MessageId, PersonId } from '../../preload/contract';
import type { OpenApi } from '../openapi';

/** mod-msg-status [S]: 应用消息id消息集合,最多50个. */
const mostIdsInACall = 50;

export interface Marks {
  readonly personId: PersonId;
  readonly ids: readonly MessageId[];
  readonly as: 'read' | 'unread';
}

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
  for (let at = 0; at < distinct.length; at += mostIdsInACall) {
    const call = distinct.slice(at, at + mostIdsInACall);
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
