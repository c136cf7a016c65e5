import { z } from 'zod';
import type { Exchange } from '../exchange';

const parameters = z.object({ ticket: z.string().min(1) });

/** Call 5. */
export function sessionTicket(exchange: Exchange): Response {
  const { logins, people } = exchange.platform;
  const parsed = parameters.safeParse(exchange.body);
  if (!parsed.success) return exchange.refused('wrong-parameter');
  const granted = logins.sessionTickets.redeem(parsed.data.ticket);
  const person = granted && people.find(granted.personId);
  if (granted === undefined || person === undefined) return exchange.refused('one-time');
  return exchange.succeeded({
    userInfo: {
      personId: person.personId,
      account: person.account,
      name: person.name,
      userType: person.userType,
      usessionId: granted.sessionId,
    },
  });
}
