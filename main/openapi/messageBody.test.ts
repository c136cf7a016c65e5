import { describe, expect, test } from 'vitest';
import documented from './fixtures/message-bodies.documented.json';
import { decodeMessageBody } from './messageBody';

const decoded = (body: unknown) => decodeMessageBody(body, 'body');
const oa = (parts: { head?: unknown; body?: unknown }) =>
  decoded({ msgtype: 'oa', oa: { head: { text: '通知' }, ...parts } });

describe("the documents' examples", () => {
  test('text', () => {
    expect(decoded(documented.text)).toEqual({
      ok: true,
      value: { kind: 'text', content: 'zhxy msg text test 12' },
    });
  });

  test('link', () => {
    expect(decoded(documented.link)).toEqual({
      ok: true,
      value: {
        kind: 'link',
        title: '百度',
        content: '百度一下',
        url: 'http://www.baidu.com/',
        pictureUrl: 'http://xxx.yyy.com/zzz.jpg',
      },
    });
  });

  test('oa', () => {
    expect(decoded(documented.oa)).toEqual({
      ok: true,
      value: {
        kind: 'oa',
        head: { text: '调课通知', background: { alpha: 1, rgb: 'CC0000' } },
        title: '五年级2班调课',
        content: '周三第2节与周五第1节对调',
        pictureUrl: 'http://xxx.yyy.com/zzz.jpg',
        fileCount: 2,
        author: '教务处',
        form: [
          { key: '班级', value: '五年级2班' },
          { key: '学科', value: '语文' },
        ],
        url: 'http://www.baidu.com/',
      },
    });
  });
});

test.each([
  { msgtype: 'text', text: { content: '你好' } },
  { msgType: 'text', text: { content: '你好' } },
  { msgtype: '', msgType: 'TEXT', text: { content: '你好' } },
])('the kind is found in %j', (body) => {
  expect(decoded(body)).toEqual({ ok: true, value: { kind: 'text', content: '你好' } });
});

test('a kind that no document names is kept as sent', () => {
  const body = { msgtype: 'voice', voice: { seconds: 12 } };
  expect(decoded(body)).toEqual({
    ok: true,
    value: { kind: 'unknown', type: 'voice', json: JSON.stringify(body) },
  });
});

describe('an address', () => {
  const url = (link: object) => decoded({ msgtype: 'link', link: { title: '课', ...link } });

  test.each([
    [{ pcUrl: 'https://pc.example/', appUrl: 'https://app.example/' }, 'https://pc.example/'],
    [{ pcUrl: '', appUrl: 'https://app.example/' }, 'https://app.example/'],
    [{ pcUrl: 'weixin://x', appUrl: 'http://app.example/' }, 'http://app.example/'],
    [{ pcUrl: 'javascript:alert(1)' }, null],
    [{}, null],
  ])('of %j is %j', (addresses, expected) => {
    expect(url(addresses)).toMatchObject({ ok: true, value: { url: expected } });
  });

  test('of a picture that is none shows no picture', () => {
    expect(url({ picUrl: 'data:image/png;base64,AA' })).toMatchObject({
      ok: true,
      value: { pictureUrl: null },
    });
  });
});

describe('a background', () => {
  test.each([
    ['FFCC0000', { alpha: 1, rgb: 'CC0000' }],
    ['00abcdef', { alpha: 0, rgb: 'ABCDEF' }],
    ['80336699', { alpha: 128 / 255, rgb: '336699' }],
    [80336699, { alpha: 128 / 255, rgb: '336699' }],
    ['0xFF336699', { alpha: 1, rgb: 'CC0000' }],
    ['336699', { alpha: 1, rgb: 'CC0000' }],
    ['#FF336699', { alpha: 1, rgb: 'CC0000' }],
    ['GG336699', { alpha: 1, rgb: 'CC0000' }],
    ['', { alpha: 1, rgb: 'CC0000' }],
    [undefined, { alpha: 1, rgb: 'CC0000' }],
  ])('of %j is %j', (bgColor, background) => {
    expect(oa({ head: { text: '通知', bgColor } })).toMatchObject({
      ok: true,
      value: { head: { background } },
    });
  });
});

describe('an oa message', () => {
  test('needs no more than its head', () => {
    expect(oa({ body: [] })).toEqual({
      ok: true,
      value: {
        kind: 'oa',
        head: { text: '通知', background: { alpha: 1, rgb: 'CC0000' } },
        title: null,
        content: null,
        pictureUrl: null,
        fileCount: null,
        author: null,
        form: [],
        url: null,
      },
    });
  });

  test('shows six pairs of its form at most, and those that can be read', () => {
    const pairs = Array.from({ length: 8 }, (_, index) => ({ key: `键${index}`, value: index }));
    const form = [null, 'pair', {}, { key: '', value: null }, ...pairs];
    expect(oa({ body: { form } })).toMatchObject({
      ok: true,
      value: { form: [0, 1, 2, 3, 4, 5].map((n) => ({ key: `键${n}`, value: String(n) })) },
    });
  });

  test.each([
    ['2', 2],
    [3, 3],
    ['多个', null],
  ])('with fileCount %j has %j', (fileCount, expected) => {
    expect(oa({ body: { fileCount } })).toMatchObject({ ok: true, value: { fileCount: expected } });
  });
});

test.each([
  ['text', 'body'],
  [[1], 'body'],
  [null, 'body.msgtype'],
  [{ text: { content: 'a' } }, 'body.msgtype'],
  [{ msgtype: 'text' }, 'body.text.content'],
  [{ msgtype: 'text', text: 'a' }, 'body.text'],
  [{ msgtype: 'text', text: { content: '' } }, 'body.text.content'],
  [{ msgtype: 'link', link: { pcUrl: 'https://a.example' } }, 'body.link.title'],
  [{ msgtype: 'oa', oa: { head: [], body: [] } }, 'body.oa.head.text'],
  [{ msgtype: 'oa', oa: { head: 'text' } }, 'body.oa.head'],
])('of %j the field at fault is %s', (body, field) => {
  expect(decoded(body)).toMatchObject({ ok: false, failure: { kind: 'malformed', field } });
});
