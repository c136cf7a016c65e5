/** Call 1, getAccessToken [P], or the same answer from a broker. */
import { z } from 'zod';
import type { EpochMs, Failure, Result } from '../../preload/contract';
import type { AccessToken } from './accessToken';
import { type Call, exchange, settle } from './call';
import { decode } from './decode';
import { type Envelope, payload } from './envelope';
import type { Send } from './http';
import { moment, neededText, optional } from './loose';
import type { Platform } from './platform';
import type { PlatformClock } from './platformClock';
import { signedRequest } from './signature';

export interface AccessTokenSource {
  readonly platform: Platform;
  readonly appKey: () => Promise<Result<string | null>>;
  readonly send: Send;
  readonly clock: PlatformClock;
  readonly systemNow: () => EpochMs;
}

/** Platforms refuse a time stamp that is off by some minutes; an answer takes less than this. */
const TELLING_DIFFERENCE = 60_000;

/** `not-ready` where the deployment has neither a broker nor a key. */
export async function askForAccessToken(source: AccessTokenSource): Promise<Result<AccessToken>> {
  const answer = await byItsClock(source);
  if (!answer.ok || answer.value.expiresAt === null) return answer;
  // Translated once: were it judged by a clock that every answer moves, one backend of the platform
  // with a wrong clock would have the desktops ask anew, again and again.
  const expiresAt = source.clock.onSystem(answer.value.expiresAt);
  return { ok: true, value: { ...answer.value, expiresAt } };
}

/** With the token's end as the platform's clock has it. */
async function byItsClock(source: AccessTokenSource): Promise<Result<AccessToken>> {
  const { platform, appKey, send, clock, systemNow } = source;
  const { accessTokenUrl } = platform.app;
  if (accessTokenUrl !== undefined) {
    return asked(send, {
      request: { method: 'GET', url: accessTokenUrl },
      secrets: [],
      read: decodeAccessToken,
    });
  }
  const key = await appKey();
  if (!key.ok) return key;
  if (key.value === null) return { ok: false, failure: { kind: 'not-ready', needs: 'deployment' } };
  const { value } = key;
  const askAt = (at: EpochMs) => asked(send, signedCall(platform, value, at));

  const at = clock.now();
  const first = await askAt(at);
  if (first.ok || !isRefusal(first.failure)) return first;
  // Which code means the time stamp differs, so what counts is that it may have been wrong: the
  // refusal's own Date tells, or a Date that was wrong itself has led away from the system's time.
  const other = [clock.now(), systemNow()].find((time) => Math.abs(time - at) > TELLING_DIFFERENCE);
  return other === undefined ? first : askAt(other);
}

const asked = async (send: Send, call: Call<AccessToken>): Promise<Result<AccessToken>> =>
  settle(call, await exchange(send, call.request, undefined));

function signedCall({ gateway, app }: Platform, appKey: string, at: EpochMs): Call<AccessToken> {
  const { appId, sysCode } = app;
  const { json, secrets } = signedRequest(
    { appId, appKey, ...(sysCode === undefined ? {} : { sysCode }) },
    at,
  );
  const url = `${gateway}/apigateway/getAccessToken`;
  return { request: { method: 'POST', url, json }, secrets, read: decodeAccessToken };
}

const isRefusal = ({ kind }: Failure): boolean => kind === 'rejected' || kind === 'http-status';

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
