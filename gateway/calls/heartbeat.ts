import type { Exchange } from '../exchange';

/** Call 7. */
export function heartbeat(exchange: Exchange): Response {
  const sessionId = exchange.query('usession_id');
  if (!sessionId) return exchange.refused('wrong-parameter');
  const pulse = exchange.platform.sessions.heartbeat(sessionId);
  switch (pulse.kind) {
    case 'alive':
      return exchange.succeeded(
        { result: session(exchange, sessionId, pulse.personId) },
        '心跳成功',
      );
    case 'gone':
      return exchange.answered({ code: '100000', text: '心跳失败' }, { result: [] });
    case 'displaced':
      return exchange.answered(
        { code: '110000', text: '心跳失败，账号已在其他地方登录' },
        // The document promises the log of the logins and leaves its form open.
        { result: { ...session(exchange, sessionId, pulse.personId), log: pulse.log } },
      );
  }
}

function session(exchange: Exchange, sessionId: string, personId: string): Record<string, unknown> {
  const { people } = exchange.platform;
  const person = people.find(personId);
  const current = person && people.currentOrganisationId(person);
  return {
    usession_id: sessionId,
    account_id: person?.accountId,
    user_id: personId,
    other: current ? { top_org_id: current } : [],
  };
}
