import { expect, test } from 'vitest';
import { signedRequest } from './signature';

const appId = 'staffroom-demo';
const appKey = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

// printf '%s' "${appId}${appKey}1602052142464" | openssl dgst -sha1 -hmac "$appKey" | tr a-f A-F
const OF_OPENSSL = '698170DDB348FAFB956123989DEE3E2F0EA10514';

test('the signature is the one that openssl makes', () => {
  const { json } = signedRequest({ appId, appKey }, 1602052142464);
  expect(json).toEqual({ appId, timeStamp: '1602052142464', keyInfo: OF_OPENSSL });
});

test('a system code goes along and changes nothing of the signature', () => {
  const { json } = signedRequest({ appId, appKey, sysCode: 'EDU' }, 1602052142464);
  expect(json).toMatchObject({ sysCode: 'EDU', keyInfo: OF_OPENSSL });
});

test('the key is not among what is sent, and is named as a secret with its signature', () => {
  const { json, secrets } = signedRequest({ appId, appKey }, 1602052142464);
  expect(JSON.stringify(json)).not.toContain(appKey);
  expect(secrets).toEqual([appKey, OF_OPENSSL]);
});
