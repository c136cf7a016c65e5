import type { Exchange } from '../exchange';

/** Call 2. */
export function loginTicket(exchange: Exchange): Response {
  const { settings, logins } = exchange.platform;
  if (exchange.context.req.method !== settings.ticketMethod) {
    return exchange.refused('wrong-parameter', 405);
  }
  return exchange.succeeded({ accessTicket: logins.accessTickets.issue('login-page') });
}
