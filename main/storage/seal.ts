/**
 * Sealed records: AES-256-GCM with a key from the keychain. Each record is bound to what it is for
 * (`purpose`), so that one copied to another person's or another deployment's place does not open.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const nameBytes = 16;

export interface Sealer {
  /** For files of text. */
  seal(plain: string, purpose: string): string;
  /** Null for what was not sealed with this key for this purpose, or was changed since. */
  open(sealed: string, purpose: string): string | null;
  sealBytes(plain: Uint8Array, purpose: string): Buffer;
  /** As `open`. */
  openBytes(sealed: Uint8Array, purpose: string): Buffer | null;
  /** 16 bytes to find a thing by, the same for the same text, that tell nothing of it. */
  nameOf(text: string, purpose: string): Buffer;
}

/** A new key, as it is kept in the keychain. */
export const newCacheKey = (): string => randomBytes(keyBytes).toString('base64');

/** Null where `cacheKey` is not what `newCacheKey` makes. */
export function createSealer(cacheKey: string): Sealer | null {
  const key = Buffer.from(cacheKey, 'base64');
  if (key.length !== keyBytes) return null;
  // A key of its own for names: one key, one algorithm (NIST SP 800-57, 5.2).
  const nameKey = Buffer.from(hkdfSync('sha256', key, '', 'names', keyBytes));

  function sealBytes(plain: Uint8Array, purpose: string): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  function openBytes(sealed: Uint8Array, purpose: string): Buffer | null {
    if (sealed.length < nonceBytes + tagBytes) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
        .setAAD(Buffer.from(purpose))
        .setAuthTag(sealed.subarray(-tagBytes));
      const opened = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
      return Buffer.concat([opened, decipher.final()]);
    } catch {
      return null;
    }
  }

  return {
    sealBytes,
    openBytes,
    seal: (plain, purpose) => sealBytes(Buffer.from(plain), purpose).toString('base64'),
    open: (sealed, purpose) =>
      openBytes(Buffer.from(sealed, 'base64'), purpose)?.toString('utf8') ?? null,
    nameOf: (text, purpose) =>
      createHmac('sha256', nameKey)
        .update(purpose)
        .update('\0')
        .update(text)
        .digest()
        .subarray(0, nameBytes),
  };
}
