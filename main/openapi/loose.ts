/**
 * The scalars of a platform that speaks PHP: numbers come as text and text as numbers, an empty
 * object comes as `[]`, and absent, null and `''` all mean "not set".
 */
import { z } from 'zod';

const isUnset = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What may be left out: null where it is not set, and where it cannot be read. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (isUnset(value) ? null : value), schema.nullable()).catch(null);

/** An id of more digits than a double holds has lost some already: better none than another's. */
const exactNumber = z
  .number()
  .refine((number) => !Number.isInteger(number) || Number.isSafeInteger(number));

/** Text, or a number in its place. */
const text = z.union([z.string(), exactNumber.transform(String)], {
  error: (issue) => (issue.input === undefined ? 'missing' : 'expected text'),
});

/** What is looked at elsewhere, or not at all. */
export const anything = z.unknown().optional();

/** Text that an answer is no use without. */
export const neededText = z.preprocess((value) => (isUnset(value) ? undefined : value), text);

/** Text or null. */
export const optionalText = optional(text);

/** Below this a number of time counts seconds, above it milliseconds: the year 5138, or 1973. */
const SMALLEST_MILLISECONDS = 1e11;
/** The end of what a Date can hold (ECMA-262, 21.4.1.1). */
const LARGEST_TIME = 8.64e15;

/** Seconds or milliseconds since 1970 as milliseconds; null for 0, which the platform has for unset. */
export const moment = text.transform((value, context) => {
  const number = Number(value);
  const milliseconds = Math.abs(number) < SMALLEST_MILLISECONDS ? number * 1000 : number;
  if (!/^\s*-?\d+(\.\d+)?\s*$/.test(value) || Math.abs(milliseconds) > LARGEST_TIME) {
    context.addIssue({ code: 'custom', message: 'expected seconds or milliseconds since 1970' });
    return z.NEVER;
  }
  return milliseconds === 0 ? null : Math.round(milliseconds);
});

export const count = text.transform((value, context) => {
  if (!/^\s*\d{1,15}\s*$/.test(value)) {
    context.addIssue({ code: 'custom', message: 'expected a number' });
    return z.NEVER;
  }
  return Number(value);
});

/** 1 for yes; everything that is not set is no. */
export const flag = z.union(
  [
    z.literal([1, '1', true, 'true']).transform(() => true),
    z.literal([0, '0', false, 'false', '', null, undefined]).transform(() => false),
  ],
  { error: 'expected 0 or 1' },
);

/** The address of a page or a picture. Anything but http and https is refused. */
export const webAddress = text.transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url.href;
  context.addIssue({ code: 'custom', message: 'expected an http or https address' });
  return z.NEVER;
});

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** An object whose fields are looked at one by one; `[]` and what is not set are the empty one. */
export const fields = z
  .preprocess(
    (value) => (isUnset(value) || isEmptyList(value) ? {} : value),
    z.record(z.string(), z.unknown(), { error: 'expected an object' }),
  )
  .prefault({});

/** PHP writes a list with a hole in it as an object of numbered fields. */
const isNumbered = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).every((key) => /^\d+$/.test(key));

export const list = z.preprocess(
  (value) => {
    if (isUnset(value)) return [];
    return isNumbered(value) ? Object.values(value) : value;
  },
  z.array(z.unknown(), { error: 'expected a list' }),
);

/** All platforms of this family stand in China: a time that names no zone is meant there. */
const CHINA = '+08:00';
const ISO_8601 = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?$/i;

/** ISO 8601, or seconds or milliseconds since 1970, as milliseconds. Not being set is an error. */
export const pointInTime = neededText.transform((value, context) => {
  const [, date, time, zone = CHINA] = ISO_8601.exec(value.trim()) ?? [];
  const milliseconds =
    date === undefined ? moment.safeParse(value).data : Date.parse(`${date}T${time}${zone}`);
  if (typeof milliseconds === 'number' && Number.isFinite(milliseconds)) return milliseconds;
  context.addIssue({ code: 'custom', message: 'expected a time in ISO 8601' });
  return z.NEVER;
});
