import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  count,
  fields,
  flag,
  list,
  moment,
  neededText,
  optional,
  optionalText,
  pointInTime,
  webAddress,
} from './loose';

const refuses = (schema: z.ZodType, value: unknown) => !schema.safeParse(value).success;

describe('text', () => {
  test.each([
    ['teacher', 'teacher'],
    [42, '42'],
    [0, '0'],
    [undefined, null],
    [null, null],
    ['', null],
    [{}, null],
    [true, null],
  ])('that may be left out: %j is %j', (sent, read) => {
    expect(optionalText.parse(sent)).toBe(read);
  });

  test('that may be left out may be no field at all', () => {
    expect(z.object({ name: optionalText }).parse({})).toEqual({ name: null });
  });

  test.each([undefined, null, '', {}, [], true])('that is needed is not %j', (sent) => {
    expect(refuses(neededText, sent)).toBe(true);
  });

  test('is not taken from a number that has lost digits on its way', () => {
    expect(neededText.parse(JSON.parse('9007199254740991'))).toBe('9007199254740991');
    expect(refuses(neededText, JSON.parse('9007199254740993'))).toBe(true);
  });
});

describe('a moment', () => {
  const march2019 = Date.UTC(2019, 3, 16, 3, 31, 38);
  test.each([
    ['1555385498', march2019],
    [1555385498, march2019],
    ['1555385498000', march2019],
    [1555385498000, march2019],
    ['-315619200', Date.UTC(1960, 0, 1)],
    ['0', null],
    [0, null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%j is %j', (sent, read) => {
    expect(optional(moment).parse(sent)).toBe(read);
  });

  test.each(['yesterday', '1e400', '9'.repeat(20), '12 34', {}])('is not %j', (sent) => {
    expect(refuses(moment, sent)).toBe(true);
  });
});

describe('a point in time', () => {
  const evening = Date.UTC(2026, 8, 23, 11, 0, 0);
  test.each([
    ['2026-09-23T19:00:00+08:00'],
    ['2026-09-23T19:00:00+0800'],
    ['2026-09-23T11:00:00Z'],
    ['2026-09-23T11:00:00.000Z'],
    ['2026-09-23T19:00'],
    ['2026-09-23 19:00:00'],
    [String(evening)],
    [evening / 1000],
  ])('%j, in China where no zone is named', (sent) => {
    expect(pointInTime.parse(sent)).toBe(evening);
  });

  test.each([undefined, '', 'Wed Sep 23', '2026-13-45T99:00:00Z', '0', []])('is not %j', (sent) => {
    expect(refuses(pointInTime, sent)).toBe(true);
  });
});

test.each([
  [1, true],
  ['1', true],
  [true, true],
  [0, false],
  ['0', false],
  [false, false],
  ['', false],
  [null, false],
  [undefined, false],
])('a flag of %j is %j', (sent, read) => {
  expect(flag.parse(sent)).toBe(read);
});

test.each([
  ['2', 2],
  [0, 0],
  ['若干', null],
  ['-1', null],
  ['1.5', null],
])('a count of %j is %j', (sent, read) => {
  expect(optional(count).parse(sent)).toBe(read);
});

test.each([
  ['https://oa.example/课?a=b', 'https://oa.example/%E8%AF%BE?a=b'],
  [' http://oa.example ', 'http://oa.example/'],
  ['javascript:alert(1)', null],
  ['java\nscript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['staffroom://open', null],
  ['//oa.example/', null],
  ['oa.example', null],
])('as a web address %j is %j', (sent, read) => {
  expect(optional(webAddress).parse(sent)).toBe(read);
});

test('an empty object may come as a list', () => {
  expect(fields.parse([])).toEqual({});
  expect(fields.parse({ a: 1 })).toEqual({ a: 1 });
  expect(refuses(fields, ['a'])).toBe(true);
});

test('a list with a hole may come as an object of numbered fields', () => {
  expect(list.parse({ 0: 'a', 2: 'b' })).toEqual(['a', 'b']);
  expect(list.parse({})).toEqual([]);
  expect(refuses(list, { a: 1 })).toBe(true);
});
