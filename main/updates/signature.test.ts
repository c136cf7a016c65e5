import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSignedBy, updateKeyFrom } from './signature';

const pair = generateKeyPairSync('ed25519');
const key = updateKeyFrom(pair.publicKey.export({ type: 'spki', format: 'pem' }).toString());
const signatureOf = (bytes: Uint8Array) =>
  Buffer.from(`${sign(null, bytes, pair.privateKey).toString('base64')}\n`);

test('what was signed is good, byte for byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), (bytes, at) => {
      const signature = signatureOf(bytes);
      expect(isSignedBy(key, bytes, signature)).toBe(true);
      const changed = bytes.map((byte, index) => (index === at % bytes.length ? byte ^ 1 : byte));
      expect(isSignedBy(key, changed, signature)).toBe(false);
      expect(isSignedBy(key, Buffer.concat([bytes, Buffer.from('\n')]), signature)).toBe(false);
    }),
  );
});

test('a signature by another key, cut short, or of anything else is none', () => {
  const bytes = Buffer.from('version: 1.0.0\n');
  const other = generateKeyPairSync('ed25519');
  const foreign = Buffer.from(sign(null, bytes, other.privateKey).toString('base64'));
  expect(isSignedBy(key, bytes, foreign)).toBe(false);
  expect(isSignedBy(key, bytes, signatureOf(bytes).subarray(0, 40))).toBe(false);
  fc.assert(
    fc.property(fc.uint8Array(), (anything) => {
      expect(isSignedBy(key, bytes, anything)).toBe(false);
    }),
  );
});

test('a key of another kind is refused', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  expect(() => updateKeyFrom(pem)).toThrow('Ed25519');
});
