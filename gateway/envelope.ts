import { type CallName, callTable } from './callTable';

/** What a refusal answers; the documents fix only the three of the heartbeat. */
export const refusals = {
  'wrong-parameter': { code: '100001', text: '参数错误' },
  'not-found': { code: '100404', text: '数据不存在' },
  'access-token': { code: '100401', text: 'accessToken无效或已过期' },
  'oauth-token': { code: '100406', text: 'oauthToken无效或已过期' },
  application: { code: '100402', text: '应用不存在或签名错误' },
  'time-stamp': { code: '100403', text: '时间戳与服务器时间相差过大' },
  'one-time': { code: '100405', text: '凭证无效或已使用' },
  'too-many': { code: '100407', text: '消息编号最多50个' },
} as const;

export type Refusal = keyof typeof refusals;

/** The body of an answer in the envelope of that call's family. */
export function envelope(
  call: CallName,
  outcome: { readonly code: string; readonly text: string },
  content: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return callTable[call].envelope === 'older'
    ? { retCode: outcome.code, retDesc: outcome.text, ...content }
    : { code: outcome.code, message: outcome.text, ...content };
}
