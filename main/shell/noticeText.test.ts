import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noticeText } from './noticeText';

test.each([
  ['期中考试安排', '期中考试安排'],
  ['<b>奖金</b> <img src=x> A&B &lt;', '＜b＞奖金＜/b＞ ＜img src=x＞ A＆B ＆lt;'],
  ['第一行\r\n第二行\u2028第三行\t.', '第一行 第二行 第三行 .'],
  ['gpj.\u202efdp.exe', 'gpj.fdp.exe'],
  ['\u2066\u200f\u0000\u0007\ufeff', ''],
  ['值班 👩‍🏫', '值班 👩‍🏫'],
  ['半个 \ud83d', '半个'],
])('%j becomes %j', (text, expected) => {
  expect(noticeText(text, 40)).toBe(expected);
});

test('what is too long is cut between whole characters, and says so', () => {
  expect(noticeText('一二三四五', 5)).toBe('一二三四五');
  expect(noticeText('一二三四五六', 5)).toBe('一二三四…');
  expect(noticeText('👩‍🏫👩‍🏫', 8)).toBe('👩‍🏫…');
});

test('whatever comes, it is one line without markup or hidden signs, and no longer than said', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('<', '&', '\u202e', '\u0301', 'e', '\n', '师', '👩‍🏫') }),
  );
  fc.assert(
    fc.property(anything, fc.integer({ min: 1, max: 60 }), (text, limit) => {
      const line = noticeText(text, limit);
      expect(line.length).toBeLessThanOrEqual(limit);
      expect(line).not.toMatch(/[<>&]/);
      expect(line).not.toMatch(/(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});
