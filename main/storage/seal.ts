/**
 * Sealed records: AES-256-GCM with a key from the keychain. Each record is bound to what it is for
 * (`purpose`), so that one copied to another person's or another deployment's place does not open.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

export interface Sealer {
  seal(plain: string, purpose: string): string;
  /** Null for what was not sealed with this key for this purpose, or was changed since. */
  open(sealed: string, purpose: string): string | null;
}

/** A new key, as it is kept in the keychain. */
export const newCacheKey = (): string => randomBytes(keyBytes).toString('base64');

/** Null where `cacheKey` is not what `newCacheKey` makes. */
export function createSealer(cacheKey: string): Sealer | null {
  const key = Buffer.from(cacheKey, 'base64');
  if (key.length !== keyBytes) return null;
  return {
    seal(plain, purpose) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
      const sealed = [nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return Buffer.concat(sealed).toString('base64');
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed, 'base64');
      if (bytes.length < nonceBytes + tagBytes) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
          .setAAD(Buffer.from(purpose))
          .setAuthTag(bytes.subarray(-tagBytes));
        const opened = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
        return Buffer.concat([opened, decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
