import { expect, test } from 'vitest';
import type { MessageBody, MessageId } from '../../preload/contract';
import { contentOf, searchTextOf } from './message';

const of = (body: MessageBody) =>
  contentOf({
    id: '1' as MessageId,
    sender: { id: 'D1', name: null },
    sentAt: 0,
    isRead: false,
    body,
  });

test("a text's title is its first line, the rest its preview", () => {
  expect(of({ kind: 'text', content: '\n下周值班表\n\n请提前十五分钟\n到岗' })).toMatchObject({
    title: '下周值班表',
    preview: '请提前十五分钟 到岗',
    sender: 'D1',
  });
});

test('an oa is told by its head and title; without a text, by its form', () => {
  const oa = {
    kind: 'oa',
    head: { text: '调课通知', background: { alpha: 1, rgb: 'CC0000' } },
    title: '五年级2班调课',
    content: null,
    pictureUrl: null,
    fileCount: null,
    author: null,
    form: [{ key: '班级', value: '五年级2班' }],
    url: null,
  } as const;
  expect(of(oa)).toMatchObject({ title: '调课通知 · 五年级2班调课', preview: '班级 五年级2班' });
  expect(of({ ...oa, title: null, content: '见附件' })).toMatchObject({
    title: '调课通知',
    preview: '见附件',
  });
});

test('a very long line is cut for the list alone', () => {
  const content = '长'.repeat(10_000);
  const message = of({ kind: 'text', content });
  expect(message.title).toHaveLength(120);
  expect(message.body).toEqual({ kind: 'text', content });
});

test('a search looks through the sender, the title and the whole text, form and author', () => {
  const content = `${'长'.repeat(500)}末尾`;
  expect(searchTextOf(of({ kind: 'text', content }))).toMatch(/^D1\n长+末尾$/);
  const oa = {
    kind: 'oa',
    head: { text: '调课通知', background: { alpha: 1, rgb: 'CC0000' } },
    title: null,
    content: null,
    pictureUrl: 'https://a.example/picture.png',
    fileCount: 2,
    author: '教务处',
    form: [{ key: '班级', value: '五年级2班' }],
    url: null,
  } as const;
  const text = searchTextOf(of(oa));
  for (const word of ['调课通知', '班级', '五年级2班', '教务处']) expect(text).toContain(word);
  expect(text).not.toContain('picture.png');
});
