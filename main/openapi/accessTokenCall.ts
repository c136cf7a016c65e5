/** Call 1, getAccessToken [P], or the same answer from a broker. */
import { z } from 'zod';
import type { EpochMs, Result } from '../../preload/contract';
import type { AccessToken } from './accessToken';
import { type Call, exchange, settle } from './call';
import { decode } from './decode';
import { type Envelope, payload } from './envelope';
import type { Send } from './http';
import { moment, neededText, optional } from './loose';
import type { Platform } from './platform';
import { signedRequest } from './signature';

export interface AccessTokenSource {
  readonly platform: Platform;
  readonly appKey: () => Promise<Result<string | null>>;
  readonly send: Send;
  readonly now: () => EpochMs;
}

/** `not-ready` where the deployment has neither a broker nor a key. */
export async function askForAccessToken(source: AccessTokenSource): Promise<Result<AccessToken>> {
  const call = await accessTokenCall(source);
  if (!call.ok) return call;
  return settle(call.value, await exchange(source.send, call.value.request, undefined));
}

async function accessTokenCall({
  platform,
  appKey,
  now,
}: AccessTokenSource): Promise<Result<Call<AccessToken>>> {
  const { appId, sysCode, accessTokenUrl } = platform.app;
  if (accessTokenUrl !== undefined) {
    return {
      ok: true,
      value: {
        request: { method: 'GET', url: accessTokenUrl },
        secrets: [],
        read: decodeAccessToken,
      },
    };
  }
  const key = await appKey();
  if (!key.ok) return key;
  if (key.value === null) return { ok: false, failure: { kind: 'not-ready', needs: 'deployment' } };
  const { json, secrets } = signedRequest(
    { appId, appKey: key.value, ...(sysCode === undefined ? {} : { sysCode }) },
    now(),
  );
  const url = `${platform.gateway}/apigateway/getAccessToken`;
  return {
    ok: true,
    value: { request: { method: 'POST', url, json }, secrets, read: decodeAccessToken },
  };
}

/** `appName` and `platformCode` beside the token are of no use here. */
const schema = z.object(
  { accessToken: neededText, validTime: optional(moment) },
  { error: 'expected an object' },
);

export function decodeAccessToken(envelope: Envelope): Result<AccessToken> {
  const { at, value } = payload(envelope, ['tokenInfo', 'data', 'result']);
  const decoded = decode(schema, value, at);
  if (!decoded.ok) return decoded;
  return {
    ok: true,
    value: { token: decoded.value.accessToken, expiresAt: decoded.value.validTime },
  };
}
