import type { Exchange } from '../exchange';

/** Call 6. */
export function userInfo(exchange: Exchange): Response {
  const { people } = exchange.platform;
  const userId = exchange.query('user_id');
  if (!userId) return exchange.refused('wrong-parameter');
  const person = people.find(userId);
  if (person === undefined) return exchange.refused('not-found');
  return exchange.succeeded({ result: people.userInfo(person) }, '请求成功');
}
