/** Ed25519 (RFC 8032) over the exact bytes of an update's description, detached, in Base64. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** Of 64 bytes. */
const signatureText = /^[A-Za-z0-9+/]{86}==$/;

/** `pem` is a public key as SPKI. Throws where it is none of Ed25519: the build checks it, too. */
export function updateKeyFrom(pem: string): KeyObject {
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key');
  return key;
}

/** `signature` is a signature file's content. */
export function isSignedBy(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  const text = Buffer.from(signature).toString('latin1').trim();
  if (!signatureText.test(text)) return false;
  return verify(null, bytes, key, Buffer.from(text, 'base64'));
}
