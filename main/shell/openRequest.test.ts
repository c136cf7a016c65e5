import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRequestIn, openRequestOf } from './openRequest';

const started = (...argv: readonly string[]) =>
  openRequestIn(['/opt/Staffroom/staffroom', ...argv]);
const refused = { kind: 'refused' };
const none = { kind: 'none' };

describe('a link to a message', () => {
  it('gives back any id that a message may have, percent-encoded', () => {
    const id = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 128 })
      .filter((text) => text.length <= 128 && !/\p{Cc}/u.test(text) && !/^\.{1,2}$/.test(text));
    fc.assert(
      fc.property(id, (text) => {
        const link = `staffroom://message/${encodeURIComponent(text)}`;
        expect(openRequestOf(link)).toEqual({ kind: 'message', id: text });
      }),
    );
  });

  it('is taken with the slash that some systems add, and in capitals', () => {
    expect(openRequestOf('STAFFROOM://Message/m1/')).toEqual({ kind: 'message', id: 'm1' });
  });

  it.each([
    'staffroom://message/',
    'staffroom://message/../..',
    'staffroom://message/..',
    'staffroom://message/%2e%2e',
    'staffroom://message/a/b',
    'staffroom://message/a?b',
    'staffroom://message/a#b',
    'staffroom://message/%ff',
    'staffroom://message/%00',
    'staffroom://message/%0Ab',
    `staffroom://message/${'a'.repeat(129)}`,
    'staffroom:message/a',
    'staffroom://messages/a',
    'staffroom://evil/message/a',
    'staffroom://message@evil/a',
  ])('is refused where it is written otherwise: %s', (link) => {
    expect(openRequestOf(link)).toEqual(refused);
  });
});

describe('a link to a deployment', () => {
  const linkTo = (url: string) => `staffroom://deploy?url=${encodeURIComponent(url)}`;

  it.each([
    'https://school.example/deployment.json',
    'https://school.example:8443/d?for=staff',
    'http://127.0.0.1:8080/deployment.json',
  ])('is taken over https, and over http from this computer: %s', (url) => {
    expect(openRequestOf(linkTo(url))).toEqual({ kind: 'deployment-url', url });
  });

  it.each([
    'http://school.example/deployment.json',
    'http://127.0.0.1.school.example/deployment.json',
    'https://user:password@school.example/d',
    'https://user@school.example/d',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:application/json,{}',
    '//school.example/d',
    '',
    `https://school.example/${'a'.repeat(2048)}`,
    'https://school.example/a\nb',
  ])('is refused for any other address: %s', (url) => {
    expect(openRequestOf(linkTo(url))).toEqual(refused);
  });

  it.each([
    'staffroom://deploy',
    'staffroom://deploy?',
    'staffroom://deploy?url=https://a.example&url=https://b.example',
    'staffroom://deploy?url=https://a.example&force=1',
    'staffroom://deploy?URL=https://a.example',
    'staffroom://deploy/x?url=https://a.example',
    'staffroom://deploy?url=https://a.example#x',
  ])('is refused where it says more or less than one address: %s', (link) => {
    expect(openRequestOf(link)).toEqual(refused);
  });
});

describe('a command line', () => {
  it('asks for nothing with switches, folders and files of other kinds alone', () => {
    expect(started()).toEqual(none);
    expect(started('.', '--lang=zh-CN', '/home/me/notes.txt', 'C:\\Users\\me')).toEqual(none);
  });

  it('asks for the first file or link that is in it, wherever it stands', () => {
    expect(started('.', '--lang=zh-CN', '/tmp/a b.STAFFROOM', 'staffroom://message/m')).toEqual({
      kind: 'deployment-file',
      path: '/tmp/a b.STAFFROOM',
    });
    expect(started('--allow-file-access-from-files', 'staffroom://message/m')).toEqual({
      kind: 'message',
      id: 'm',
    });
  });

  it('never takes a switch for what it asks for, nor the program itself', () => {
    expect(started('--x=staffroom://message/m', '-staffroom://message/m')).toEqual(none);
    expect(openRequestIn(['staffroom://message/m'])).toEqual(none);
    expect(openRequestIn([])).toEqual(none);
  });

  it('takes a file of this computer by its address, as Linux hands it over', () => {
    expect(started('file:///tmp/a%20b.staffroom')).toEqual({
      kind: 'deployment-file',
      path: '/tmp/a b.staffroom',
    });
  });

  it.each([
    'https://a.example/x.staffroom',
    'file://a.example/x.staffroom',
    'file:///etc/passwd',
    'file:///tmp/a%2fb.staffroom',
    'file:///tmp/a%0a.staffroom',
    'javascript:alert(1)',
  ])('refuses addresses of other schemes, machines and kinds of file: %s', (argument) =>
    expect(started(argument)).toEqual(refused),
  );

  it('refuses what is too long for a path, or holds control characters', () => {
    expect(started(`/${'a'.repeat(4096)}.staffroom`)).toEqual(refused);
    expect(started('/tmp/a\u0000.staffroom')).toEqual(refused);
    expect(started('/tmp/a\n.staffroom')).toEqual(refused);
  });

  it('takes whatever is written for one of its kinds, and never throws', () => {
    const nearly = fc
      .tuple(
        fc.constantFrom('staffroom:', 'staffroom://message/', 'staffroom://deploy?url=', '', '/'),
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('', '.staffroom', '/..', '%', '%00'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(nearly, { maxLength: 4 }), (argv) => {
        const request = started(...argv);
        switch (request.kind) {
          case 'message':
            expect(request.id).toMatch(/^[^\p{Cc}]{1,128}$/u);
            break;
          case 'deployment-url':
            expect(new URL(request.url).protocol).toMatch(/^https?:$/);
            break;
          case 'deployment-file':
            expect(request.path).toMatch(/\.staffroom$/i);
            break;
          default:
            expect(['none', 'refused']).toContain(request.kind);
        }
      }),
    );
  });
});
