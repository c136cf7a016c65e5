import { describe, expect, it } from 'vitest';
import { formatOf } from './format';

const chinese = formatOf('zh-CN');
const english = formatOf('en-US');

/** A Friday, by the clock on the wall. */
const now = new Date(2025, 10, 21, 16, 30).getTime();
const at = (month: number, day: number, hour = 10, year = 2025) =>
  new Date(year, month - 1, day, hour, 42).getTime();

describe('a moment in a list', () => {
  it('is the time today, then yesterday, then a weekday, then a date', () => {
    expect(chinese.moment(at(11, 21), now)).toBe('10:42');
    expect(chinese.moment(at(11, 20, 23), now)).toBe('昨天');
    expect(chinese.moment(at(11, 17), now)).toBe('周一');
    expect(chinese.moment(at(11, 14), now)).toBe('11月14日');
    expect(chinese.moment(at(11, 14, 10, 2024), now)).toBe('2024年11月14日');
  });

  it('is so in English too', () => {
    expect(english.moment(at(11, 21), now)).toMatch(/^10:42\sAM$/u);
    expect(english.moment(at(11, 20), now)).toBe('yesterday');
    expect(english.moment(at(11, 14), now)).toBe('Nov 14');
  });

  it('is a date when a clock ran ahead', () => {
    expect(chinese.moment(at(11, 23), now)).toBe('11月23日');
  });
});

describe('a moment in a heading', () => {
  it('has its day and its time', () => {
    expect(chinese.fullMoment(at(11, 21), now)).toBe('今天 10:42');
    expect(chinese.fullMoment(at(11, 14), now)).toBe('11月14日 10:42');
    expect(english.fullMoment(at(11, 20), now)).toMatch(/^yesterday 10:42\sAM$/u);
  });
});

describe('how long ago', () => {
  it('is told in the largest whole unit', () => {
    expect(chinese.ago(now - 14_000, now)).toBe('14 秒前');
    expect(chinese.ago(now - 200_000, now)).toBe('3 分钟前');
    expect(english.ago(now - 14_000, now)).toBe('14 sec. ago');
    expect(english.ago(now - 3 * 24 * 3_600_000, now)).toBe('3 days ago');
  });

  it('is never in the future', () => {
    expect(chinese.ago(now + 5000, now)).toBe('0 秒前');
  });
});

describe('a date that the platform keeps', () => {
  it('is the day it is in China, wherever this computer stands', () => {
    const midnightInShanghai = Date.UTC(1985, 2, 4, 16);
    expect(chinese.date(midnightInShanghai)).toBe('1985年3月5日');
    expect(english.date(midnightInShanghai)).toBe('Mar 5, 1985');
  });
});

describe('sentences', () => {
  it('have a space between them in English only', () => {
    expect(chinese.sentences(['好。', null, '请重试。'])).toBe('好。请重试。');
    expect(english.sentences(['Well.', null, 'Retry.'])).toBe('Well. Retry.');
  });
});

describe('things one after the other', () => {
  it('are joined as each language does', () => {
    expect(chinese.list(['语文', '数学'])).toBe('语文、数学');
    expect(english.list(['Chinese', 'Maths'])).toBe('Chinese, Maths');
  });
});
