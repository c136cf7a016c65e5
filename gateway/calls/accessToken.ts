import type { AccessToken } from '../applications';
import type { Refusal } from '../envelope';
import type { Exchange } from '../exchange';

const whyRefused = {
  malformed: 'wrong-parameter',
  'unknown-application': 'application',
  'wrong-signature': 'application',
  'wrong-time': 'time-stamp',
} as const satisfies Record<string, Refusal>;

/** Call 1. */
export function accessToken(exchange: Exchange): Response {
  const answer = exchange.platform.applications.answer(exchange.body);
  return answer.kind === 'issued'
    ? issued(exchange, answer.token)
    : exchange.refused(whyRefused[answer.kind]);
}

/** The school's broker, which keeps the appKey off the desktops: it answers like call 1. */
export function broker(exchange: Exchange): Response {
  return issued(exchange, exchange.platform.applications.shared());
}

function issued(exchange: Exchange, token: AccessToken): Response {
  return exchange.succeeded({
    tokenInfo: {
      accessToken: token.value,
      validTime: token.validUntil,
      appId: exchange.platform.applications.appId,
      appName: '教师工作台',
      platformCode: '420100',
    },
  });
}
