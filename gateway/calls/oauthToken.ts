import { z } from 'zod';
import type { Exchange } from '../exchange';

const parameters = z.object({ oauthCode: z.string().min(1) });

/** Call 4. */
export function oauthToken(exchange: Exchange): Response {
  const { logins } = exchange.platform;
  const parsed = parameters.safeParse(exchange.body);
  if (!parsed.success) return exchange.refused('wrong-parameter');
  const granted = logins.oauthCodes.redeem(parsed.data.oauthCode);
  if (granted === undefined) return exchange.refused('one-time');
  const token = logins.issueOauthToken(granted.personId);
  return exchange.succeeded({ data: { expiry: token.expiry, oauthToken: token.value } }, 'success');
}
