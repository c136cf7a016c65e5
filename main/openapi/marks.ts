/** Call 8, modMsgStatus [S]. */
import type { MessageId, PersonId } from '../../preload/contract';
import type { Call } from './call';
import type { Platform } from './platform';

/** What one call takes. */
export const MOST_MARKS = 50;

export interface Marks {
  readonly personId: PersonId;
  readonly ids: readonly MessageId[];
  readonly as: 'read' | 'unread';
}

export const marksCall = (
  { messageGateway, messages }: Platform,
  { personId, ids, as }: Marks,
): Call<'taken'> => ({
  request: {
    method: 'POST',
    url: `${messageGateway}/msgCenter/message/modMsgStatus`,
    json: {
      publisherId: personId,
      msgId: ids,
      // A number, as in the document's example; its table says String.
      isRead: as === 'read' ? 1 : 0,
      ...(messages.platformCode !== undefined && { platformCode: messages.platformCode }),
    },
  },
  secrets: [],
  read: () => ({ ok: true, value: 'taken' }),
});
