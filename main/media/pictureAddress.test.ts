import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deploymentPlace, isAddressAt, pictureAddress } from './pictureAddress';

const whyNot = (address: string, deployment: 'public' | 'loopback' = 'public') => {
  const judged = pictureAddress(address, deployment);
  return judged.kind === 'refused' ? judged.failure.why : 'allowed';
};

describe('with a platform at a school or a region', () => {
  test.each([
    'https://pic.school.example/a.png',
    'https://1.1.1.1/a',
    'https://[2606:4700::1111]/a',
  ])('%s may be asked', (address) => expect(whyNot(address)).toBe('allowed'));

  test.each([
    'http://pic.school.example/a.png',
    'http://127.0.0.1/a.png',
    'file:///etc/passwd',
    'data:image/png;base64,AA==',
    'media://message/1',
    'no address at all',
    '',
  ])('%s is no https address', (address) => expect(whyNot(address)).toBe('not-https'));

  test.each([
    'https://localhost/a',
    'https://LOCALHOST./a',
    'https://a.localhost/a',
    'https://printer/a',
    'https://nas.local/a',
    'https://wiki.internal./a',
    'https://box.home.arpa/a',
    'https://127.0.0.1/a',
    'https://127.1/a',
    'https://2130706433/a',
    'https://0x7f.0.0.1/a',
    'https://0177.0.0.1/a',
    'https://127.0.0.1./a',
    'https://１２７.0.0.1/a',
    'https://0.0.0.0/a',
    'https://[::1]/a',
    'https://[::]/a',
    'https://[::ffff:127.0.0.1]/a',
    'https://[::ffff:8.8.8.8]/a',
    'https://[64:ff9b::10.0.0.1]/a',
    'https://[2002:0a00:0001::]/a',
    'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/a',
    'https://[fe80::1]/a',
    'https://[fd00::1]/a',
    'https://[ff02::1]/a',
    'https://[2001:db8::1]/a',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/a',
    'https://224.0.0.1/a',
    'https://255.255.255.255/a',
  ])('%s is not for pictures of messages', (address) =>
    expect(whyNot(address)).toBe('private-address'),
  );

  test('an address with a name and a password in it is refused', () => {
    expect(whyNot('https://teacher:secret@pic.school.example/a')).toBe('credentials');
    expect(whyNot('https://teacher@pic.school.example/a')).toBe('credentials');
  });

  test('no private IPv4 address is allowed, however it is written', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const inPrivate = fc.oneof(
      fc.tuple(fc.constantFrom(0, 10, 127), byte, byte, byte),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
      fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
      fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
      fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
    );
    fc.assert(
      fc.property(inPrivate, ([a, b, c, d]) => {
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        const hex = number.toString(16).padStart(8, '0');
        for (const host of [
          `${a}.${b}.${c}.${d}`,
          `${number}`,
          `0x${hex}`,
          `0${a.toString(8)}.${b}.${c * 256 + d}`,
          `${a}.${b}.${c}.${d}.`,
          `[::ffff:${hex.slice(0, 4)}:${hex.slice(4)}]`,
          `[::${hex.slice(0, 4)}:${hex.slice(4)}]`,
          `[64:ff9b::${hex.slice(0, 4)}:${hex.slice(4)}]`,
          `[2002:${hex.slice(0, 4)}:${hex.slice(4)}::1]`,
        ]) {
          expect(whyNot(`https://${host}/a.png`), host).toBe('private-address');
        }
        expect(isAddressAt('public', `${a}.${b}.${c}.${d}`)).toBe(false);
      }),
    );
  });

  test('any text is judged, and only https with a host is ever allowed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl(), fc.webUrl({ withFragments: true })),
        (text) => {
          const judged = pictureAddress(text, 'public');
          if (judged.kind === 'refused') return;
          expect(judged.url.protocol).toBe('https:');
          expect(judged.url.host).not.toBe('');
          expect(judged.url.hash).toBe('');
          expect(judged.place).toBe('public');
        },
      ),
    );
  });
});

describe('with a practice platform on this machine', () => {
  test.each([
    'http://127.0.0.1:8080/a',
    'http://localhost/a',
    'http://[::1]/a',
    'https://127.0.0.1/a',
  ])('%s may be asked', (address) =>
    expect(pictureAddress(address, 'loopback')).toMatchObject({ place: 'loopback' }),
  );

  test('pictures from elsewhere still need https, and no other private address is allowed', () => {
    expect(whyNot('http://pic.school.example/a', 'loopback')).toBe('not-https');
    expect(whyNot('http://10.0.0.1/a', 'loopback')).toBe('not-https');
    expect(whyNot('https://10.0.0.1/a', 'loopback')).toBe('private-address');
    expect(pictureAddress('https://pic.school.example/a', 'loopback')).toMatchObject({
      place: 'public',
    });
  });
});

test('a name must lead to where it says: a public one to no address of this machine', () => {
  expect(isAddressAt('public', '1.1.1.1')).toBe(true);
  expect(isAddressAt('public', '127.0.0.1')).toBe(false);
  expect(isAddressAt('public', '::ffff:1.1.1.1')).toBe(false);
  expect(isAddressAt('public', 'fe80::1%eth0')).toBe(false);
  expect(isAddressAt('public', '')).toBe(false);
  expect(isAddressAt('loopback', '127.0.0.1')).toBe(true);
  expect(isAddressAt('loopback', '1.1.1.1')).toBe(false);
});

test('behind a translator (NAT64) the IPv4 address counts that it leads to', () => {
  expect(isAddressAt('public', '64:ff9b::1.1.1.1')).toBe(true);
  expect(isAddressAt('public', '64:ff9b::127.0.0.1')).toBe(false);
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.tuple(byte, byte, byte, byte), (bytes) => {
      const address = bytes.join('.');
      const hex = Buffer.from(bytes).toString('hex');
      for (const written of [address, `${hex.slice(0, 4)}:${hex.slice(4)}`]) {
        expect(isAddressAt('public', `64:ff9b::${written}`)).toBe(isAddressAt('public', address));
      }
    }),
  );
});

test.each([
  ['https://gateway.example', 'public'],
  ['http://127.0.0.1:49152', 'loopback'],
  ['http://localhost:49152', 'loopback'],
  ['https://10.0.0.1', 'public'],
] as const)('a deployment at %s is %s', (gateway, place) => {
  expect(deploymentPlace(gateway)).toBe(place);
});
