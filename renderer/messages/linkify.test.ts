import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, linkify } from './linkify';

const links = (text: string) =>
  linkify(text).flatMap((piece) => (piece.kind === 'link' ? [piece.url] : []));

describe('addresses in a text', () => {
  it('become links, with what is around them left as text', () => {
    expect(linkify('见 https://a.edu.cn/x?y=1#z 。')).toEqual([
      { kind: 'text', text: '见 ' },
      { kind: 'link', text: 'https://a.edu.cn/x?y=1#z', url: 'https://a.edu.cn/x?y=1#z' },
      { kind: 'text', text: ' 。' },
    ]);
  });

  it('are found where Chinese is written right up to them', () => {
    expect(links('请看http://a.edu.cn/b谢谢，或www.b.cn。')).toEqual([
      'http://a.edu.cn/b',
      'http://www.b.cn',
    ]);
  });

  it('leave the punctuation of the sentence out', () => {
    expect(links('Go to http://a.cn/b, or (http://a.cn/c). http://a.cn/d?!')).toEqual([
      'http://a.cn/b',
      'http://a.cn/c',
      'http://a.cn/d',
    ]);
  });

  it('keep brackets of their own', () => {
    expect(links('http://a.cn/wiki/x_(y)')).toEqual(['http://a.cn/wiki/x_(y)']);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'staffroom://x',
    'mail@www.a.cn',
    'http://',
  ])('are web addresses only: %s is none', (text) => {
    expect(links(text)).toEqual([]);
  });

  it('do not become links where the name before an @ hides the true host', () => {
    expect(links('http://bank.example@evil.example/')).toEqual([]);
  });

  it('lose nothing of the text, whatever it is', () => {
    const parts = fc.constantFrom(
      'http://',
      'www.',
      'a.cn',
      '(',
      ')',
      '。',
      '课',
      ' ',
      '/',
      '@',
      '[',
    );
    fc.assert(
      fc.property(fc.array(parts), (array) => {
        const text = array.join('');
        expect(
          linkify(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('a text of a megabyte', () => {
  it.each([
    ['brackets', `http://a.cn/${')'.repeat(1_000_000)}`],
    ['full stops', `http://a.cn/${'.'.repeat(1_000_000)}a`],
    ['addresses', 'http://a.cn/b '.repeat(70_000)],
    ['beginnings of addresses', 'www.'.repeat(250_000)],
    ['colons', 'http:'.repeat(200_000)],
  ])('of %s is cut up in time that grows with its length alone', (_, text) => {
    const began = performance.now();
    linkify(text);
    // A tenth of a second; what grows with the square of the length takes minutes.
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('is begun without cutting a link or a character in two', () => {
    const pieces = linkify('见 http://a.cn/b 好😀');
    const shown = (length: number) =>
      beginningOf(pieces, length)
        .map(({ text }) => text)
        .join('');
    expect(shown(1)).toBe('见');
    expect(shown(8)).toBe('见 ');
    expect(shown(15)).toBe('见 http://a.cn/b');
    expect(shown(18)).toBe('见 http://a.cn/b 好');
    expect(shown(100)).toBe('见 http://a.cn/b 好😀');
  });
});
