/** Call 4, getOauthToken [S]: the token for the code that the login's redirect brought. */
import { z } from 'zod';
import type { EpochMs, Result } from '../../preload/contract';
import type { Call } from './call';
import { decode } from './decode';
import { type Envelope, payload } from './envelope';
import { moment, neededText, optional } from './loose';
import type { Platform } from './platform';

export interface OauthToken {
  readonly token: string;
  /** Null where the platform did not say. Each use of the token moves it on. */
  readonly expiresAt: EpochMs | null;
}

const schema = z.object(
  { oauthToken: neededText, expiry: optional(moment) },
  { error: 'expected an object' },
);

export const oauthTokenCall = ({ gateway }: Platform, oauthCode: string): Call<OauthToken> => ({
  request: { method: 'POST', url: `${gateway}/oauth/getOauthToken`, json: { oauthCode } },
  secrets: [oauthCode],
  read: decodeOauthToken,
});

export function decodeOauthToken(envelope: Envelope): Result<OauthToken> {
  const { at, value } = payload(envelope, ['data', 'result']);
  const decoded = decode(schema, value, at);
  if (!decoded.ok) return decoded;
  return {
    ok: true,
    value: { token: decoded.value.oauthToken, expiresAt: decoded.value.expiry },
  };
}
