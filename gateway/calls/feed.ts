import { z } from 'zod';
import type { Exchange } from '../exchange';

const mostMessages = 200;

const parameters = z.object({
  personId: z.string().min(1),
  since: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(mostMessages).default(100),
});

/** The school's message feed, which knows a person by her OAuth token. */
export function feed(exchange: Exchange): Response {
  const { logins, mailboxes } = exchange.platform;
  const bearer = exchange.context.req.header('authorization')?.match(/^Bearer (.+)$/)?.[1];
  const owner = bearer === undefined ? undefined : logins.useOauthToken(bearer);
  if (owner === undefined) return exchange.refused('oauth-token', 401);
  const parsed = parameters.safeParse(exchange.context.req.query());
  const after = parsed.success ? changeOf(parsed.data.since) : undefined;
  if (!parsed.success || after === undefined) return exchange.refused('wrong-parameter');
  if (parsed.data.personId !== owner) return exchange.refused('not-found');
  const page = mailboxes.page(owner, after, parsed.data.limit);
  return exchange.succeeded({
    result: { messages: page.messages, cursor: cursorOf(page.upTo), hasMore: page.hasMore },
  });
}

/** Opaque to the client: it may only be given back. */
function cursorOf(change: number): string {
  return Buffer.from(`change:${change}`).toString('base64url');
}

function changeOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return 0;
  const change = Buffer.from(cursor, 'base64url')
    .toString()
    .match(/^change:(\d+)$/)?.[1];
  return change === undefined ? undefined : Number(change);
}
