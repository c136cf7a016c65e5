import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { Encoding } from './encodings';
import { findSecrets } from './secrets';

/** Its bytes give `+` and `/` in base64 wherever it starts. */
const secret = 'zG7/oauth+Ü "秘密" ~~~???>>>';
const needles = { token: secret, other: 'absent-from-everywhere' };

const bytesOf = (text: string | Buffer) => [
  { kind: 'bytes', name: 'here', bytes: Buffer.from(text) } as const,
];
const finds = async (text: string | Buffer) => findSecrets(needles, bytesOf(text));

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const everyByte = Buffer.from(secret).toString('hex').replaceAll(/../g, '%$&');

const writtenAs: readonly (readonly [Encoding, string, string | Buffer])[] = [
  ['utf-8', 'as it is', `before ${secret} after`],
  ['utf-16le', 'as Windows writes it', Buffer.from(`before ${secret}`, 'utf16le')],
  [
    'utf-16be',
    'in network order, at an odd offset',
    Buffer.concat([Buffer.from('x'), utf16be(secret)]),
  ],
  ['percent', 'in a URL', `https://x.example/?t=${encodeURIComponent(secret)}&u=1`],
  ['percent', 'in a form', new URLSearchParams({ t: secret }).toString()],
  ['percent', 'with every byte escaped, in lower case', everyByte],
  ['percent twice', 'in a URL within a URL', encodeURIComponent(encodeURIComponent(secret))],
  ['base64', 'at the start', Buffer.from(`${secret} after`).toString('base64')],
  ['base64', 'one byte on', Buffer.from(`1${secret} after`).toString('base64')],
  ['base64', 'two bytes on', Buffer.from(`12${secret} after`).toString('base64')],
  ['base64', 'of UTF-16', Buffer.from(`1${secret}`, 'utf16le').toString('base64')],
  ['base64', 'in a URL', encodeURIComponent(Buffer.from(secret).toString('base64'))],
  ['base64url', 'in a cookie', Buffer.from(`{"t":"${secret}"}`).toString('base64url')],
  ['hex', 'in lower case', Buffer.from(`a${secret}b`).toString('hex')],
  ['hex', 'in upper case', Buffer.from(secret).toString('hex').toUpperCase()],
  ['json', 'as JSON.stringify does', JSON.stringify({ secret })],
  ['json', 'as PHP does', '"zG7\\/oauth+\\u00dc \\"\\u79d8\\u5bc6\\" ~~~???>>>"'],
  ['json twice', 'in JSON within JSON', JSON.stringify(JSON.stringify(secret))],
];

for (const [encoding, how, text] of writtenAs) {
  test(`finds a secret written in ${encoding} ${how}`, async () => {
    expect(await finds(text)).toContainEqual({ needle: 'token', encoding, place: 'here' });
  });
}

test('finds a secret of letters and digits once for each encoding', async () => {
  const plain = 'a1b2c3d4e5f6';
  const text = [plain, encodeURIComponent(plain), JSON.stringify(plain)].join(' ');
  expect(await findSecrets({ plain }, bytesOf(text))).toEqual([
    { needle: 'plain', encoding: 'utf-8', place: 'here' },
  ]);
});

const padding = Buffer.from('some bytes before ');
const member = (name: string, text: string) => {
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), deflateRawSync(text)]);
};

const packedAs = [
  ['gzip', gzipSync(`{"t":"${Buffer.from(secret).toString('hex')}"}`), 'hex'],
  ['zlib', deflateSync(secret), 'utf-8'],
  ['zip', Buffer.concat([member('a.txt', 'nothing'), member('b.txt', secret)]), 'utf-8'],
  ['gzip', gzipSync(Buffer.concat([padding, gzipSync(secret)])), 'utf-8'],
  ['gzip', gzipSync(`${secret}${'0123456789'.repeat(1000)}`).subarray(0, -20), 'utf-8'],
] as const;

for (const [index, [how, packed, encoding]] of packedAs.entries()) {
  test(`finds a secret in ${how} within other bytes (${index + 1})`, async () => {
    expect(packed.includes(secret)).toBe(false);
    const [find, ...more] = await finds(Buffer.concat([padding, packed, padding]));
    expect(find).toMatchObject({ needle: 'token', encoding });
    expect(find?.place).toContain(`here > ${how} at `);
    expect(more).toEqual([]);
  });
}

test('finds nothing where nothing is', async () => {
  const half = Buffer.from(secret).subarray(0, 12);
  const other = Buffer.from('another text of some length').toString('base64');
  const text = Buffer.concat([half, Buffer.from(other), gzipSync(half), deflateSync(other)]);
  expect(await finds(text)).toEqual([]);
});

test('looks at files in folders, their names and where links lead', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-search-'));
  try {
    const name = 'file-named-secret';
    await mkdir(join(folder, 'a', name), { recursive: true });
    await writeFile(join(folder, 'a', 'b.log.gz'), gzipSync(secret));
    await symlink('link-to-secret', join(folder, 'link'));
    const all = { token: secret, name, link: 'link-to-secret', absent: needles.other };
    const found = await findSecrets(all, [{ kind: 'folder', path: folder }]);
    expect(found).toHaveLength(3);
    expect(found).toContainEqual({
      needle: 'token',
      encoding: 'utf-8',
      place: `${join(folder, 'a', 'b.log.gz')} > gzip at 0`,
    });
    expect(found).toContainEqual({
      needle: 'name',
      encoding: 'utf-8',
      place: `${folder} (file names)`,
    });
    expect(found).toContainEqual({
      needle: 'link',
      encoding: 'utf-8',
      place: join(folder, 'link'),
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('refuses a needle that would be found by chance, and a folder that is not there', async () => {
  await expect(findSecrets({ short: 'abc' }, bytesOf('abc'))).rejects.toThrow('too short');
  const nowhere = { kind: 'folder', path: join(tmpdir(), 'staffroom-nowhere') } as const;
  await expect(findSecrets(needles, [nowhere])).rejects.toThrow('ENOENT');
});
