import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSealer, newCacheKey, type Sealer } from './seal';

function sealer(key = newCacheKey()): Sealer {
  const made = createSealer(key);
  if (made === null) throw new Error('a new key must be usable');
  return made;
}

test('what was sealed opens again with the same key and purpose', () => {
  const { seal, open } = sealer();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (plain, purpose) => {
      expect(open(seal(plain, purpose), purpose)).toBe(plain);
    }),
  );
});

test('a record for another purpose, of another key, or changed by one bit does not open', () => {
  const { seal, open } = sealer();
  const sealed = seal('夏冰', 'profile/practice/a');
  expect(open(sealed, 'profile/practice/b')).toBeNull();
  expect(sealer().open(sealed, 'profile/practice/a')).toBeNull();
  const bytes = Buffer.from(sealed, 'base64');
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(open(changed.toString('base64'), 'profile/practice/a')).toBeNull();
  }
});

test('the same text sealed twice looks different, and holds nothing readable', () => {
  const { seal } = sealer();
  const [once, twice] = [seal('五年级2班', 'p'), seal('五年级2班', 'p')];
  expect(once).not.toBe(twice);
  expect(Buffer.from(once, 'base64').includes(Buffer.from('五年级'))).toBe(false);
});

test('a key of the wrong length is refused, and rubbish opens as nothing', () => {
  expect(createSealer('short')).toBeNull();
  fc.assert(
    fc.property(fc.string(), (rubbish) => {
      expect(sealer().open(rubbish, 'p')).toBeNull();
    }),
  );
});
