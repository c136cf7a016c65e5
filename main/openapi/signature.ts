import { createHmac } from 'node:crypto';
import type { EpochMs } from '../../preload/contract';

export interface Application {
  readonly appId: string;
  readonly appKey: string;
  readonly sysCode?: string;
}

/**
 * What call 1 [P] is asked with at the time `at`, signed with the application's key, and the parts
 * of it that no text may repeat. The key is used here and nowhere else.
 */
export function signedRequest({ appId, appKey, sysCode }: Application, at: EpochMs) {
  const timeStamp = String(at);
  const keyInfo = createHmac('sha1', appKey)
    .update(appId + appKey + timeStamp)
    .digest('hex')
    .toUpperCase();
  return {
    json: { appId, timeStamp, keyInfo, ...(sysCode === undefined ? {} : { sysCode }) },
    secrets: [appKey, keyInfo],
  };
}
