import { z } from 'zod';
import type { Exchange } from '../exchange';

/** "应用消息id消息集合,最多50个": the document of modMsgStatus. */
const mostIds = 50;

const parameters = z.object({
  publisherId: z.string().min(1),
  msgId: z.array(z.union([z.string().min(1), z.int().transform(String)])).min(1),
  isRead: z
    .union([z.literal(0), z.literal(1), z.literal('0'), z.literal('1')])
    .default(1)
    .transform((isRead) => (Number(isRead) === 1 ? 1 : 0)),
  platformCode: z.string().optional(),
});

/** Call 8. */
export function markMessages(exchange: Exchange): Response {
  const parsed = parameters.safeParse(exchange.body);
  if (!parsed.success) return exchange.refused('wrong-parameter');
  const { publisherId, msgId, isRead } = parsed.data;
  if (msgId.length > mostIds) return exchange.refused('too-many');
  const outcome = exchange.platform.mailboxes.mark(publisherId, msgId, isRead);
  return outcome.kind === 'marked' ? exchange.succeeded({}) : exchange.refused('not-found');
}
