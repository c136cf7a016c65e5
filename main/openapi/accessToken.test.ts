import { beforeEach, describe, expect, test } from 'vitest';
import type { Failure, Result } from '../../preload/contract';
import { type AccessToken, type AccessTokens, createAccessTokens } from './accessToken';

const minute = 60_000;
const start = Date.UTC(2026, 8, 23);

let now: number;
let asked: number;
/** What chance gives. */
let chance: number;
let answers: Result<AccessToken>[];
let tokens: AccessTokens;

const given = (token: string, expiresAt: number | null = null): Result<AccessToken> => ({
  ok: true,
  value: { token, expiresAt },
});
const failed = (failure: Failure): Extract<Result<never>, { ok: false }> => ({
  ok: false,
  failure,
});
const offline = failed({ kind: 'offline' });
const rejected = failed({ kind: 'rejected', code: '100402', text: '签名错误' });

const token = (value: string) => ({ ok: true, value });
const current = () => tokens.current(undefined, 'at-once');
const following = (refused: string) => tokens.following(refused, undefined);

beforeEach(() => {
  now = start;
  asked = 0;
  chance = 0;
  answers = [];
  tokens = createAccessTokens(async () => answers[asked++] ?? failed({ kind: 'storage' }), {
    now: () => now,
    random: () => chance,
    refusalSpreadMs: 4 * minute,
  });
});

describe('an access token', () => {
  test('is asked for once, by all who need it at the same time and after', async () => {
    answers = [given('a')];
    expect(await Promise.all([current(), current(), current()])).toEqual(Array(3).fill(token('a')));
    expect(await current()).toEqual(token('a'));
    expect(asked).toBe(1);
  });

  test('is renewed a minute ahead of its end', async () => {
    answers = [given('a', start + 120 * minute), given('b')];
    await current();
    now = start + 119 * minute - 1;
    expect(await current()).toEqual(token('a'));
    now = start + 119 * minute;
    expect(await current()).toEqual(token('b'));
  });

  test('that lives for less than ten minutes is renewed after nine tenths of that', async () => {
    answers = [given('a', start + 5 * minute), given('b')];
    await current();
    now = start + 4.5 * minute - 1;
    expect(await current()).toEqual(token('a'));
    now = start + 4.5 * minute;
    expect(await current()).toEqual(token('b'));
  });

  test.each([
    ['no end', null],
    ['an end that is past', start - 1],
    ['a duration for its end', 7200],
  ])('with %s is taken for valid for an hour', async (_what, expiresAt) => {
    answers = [given('a', expiresAt), given('b')];
    await current();
    now = start + 59 * minute - 1;
    expect(await current()).toEqual(token('a'));
    now = start + 59 * minute;
    expect(await current()).toEqual(token('b'));
  });

  test('is renewed at once when the clock was set back, which hides its end', async () => {
    answers = [given('a', start + 120 * minute), given('b', start + 120 * minute)];
    await current();
    now = start - 1;
    expect(await current()).toEqual(token('b'));
    expect(await current()).toEqual(token('b'));
    expect(asked).toBe(2);
  });

  test('that could not be renewed in time is used to its end', async () => {
    answers = [given('a', start + 120 * minute), offline, offline];
    await current();
    now = start + 119.5 * minute;
    expect(await current()).toEqual(token('a'));
    now = start + 120 * minute;
    expect(await current()).toEqual(offline);
    expect(asked).toBe(3);
  });
});

describe('a refused access token', () => {
  test('is followed by another, which all who were refused share', async () => {
    answers = [given('a'), given('b')];
    await current();
    now += 2 * minute;
    expect(await Promise.all([following('a'), following('a')])).toEqual([token('b'), token('b')]);
    expect(await following('a')).toEqual(token('b'));
    expect(await current()).toEqual(token('b'));
    expect(asked).toBe(2);
  });

  test('is not followed by another within a minute', async () => {
    answers = [given('a'), given('b')];
    await current();
    now = start + minute - 1;
    expect(await following('a')).toBeNull();
    expect(await current()).toEqual(token('a'));
    expect(asked).toBe(1);
  });

  test('is followed by another after a minute and a quarter at the latest', async () => {
    chance = 1;
    answers = [given('a'), given('b')];
    await current();
    now = start + 1.25 * minute;
    expect(await following('a')).toEqual(token('b'));
  });

  test('is not followed by itself when no other can be had', async () => {
    answers = [given('a'), offline];
    await current();
    now += 2 * minute;
    expect(await following('a')).toEqual(offline);
  });

  test('is followed by another although the clock was set back', async () => {
    answers = [given('a'), given('b')];
    await current();
    now = start - 60 * minute;
    expect(await following('a')).toEqual(token('b'));
  });
});

describe('chance', () => {
  test('renews a token anywhere in the second half of its life', async () => {
    chance = 0.999;
    answers = [given('a', start + 120 * minute), given('b')];
    await current();
    now = start + 59 * minute;
    expect(await current()).toEqual(token('a'));
    now = start + 60 * minute;
    expect(await current()).toEqual(token('b'));
  });

  test('puts off a renewal that failed ahead of time, so that an outage is not asked twice a call', async () => {
    answers = [given('a', start + 120 * minute), offline, given('b')];
    await current();
    chance = 0.5;
    now = start + 119 * minute;
    expect(await current()).toEqual(token('a'));
    now = start + 119.5 * minute - 1;
    expect(await current()).toEqual(token('a'));
    expect(asked).toBe(2);
    now = start + 119.5 * minute;
    expect(await current()).toEqual(token('b'));
  });
});

describe('a call that nobody waits for', () => {
  const byChance = () => tokens.current(undefined, 'by-chance');

  beforeEach(async () => {
    answers = [given('a'), given('b'), given('c'), given('d')];
    await current();
    now += 60 * minute - 90_000;
    chance = 0.5;
    tokens.refused('a', rejected);
  });

  test('gets the refusal itself for a while, and then another token', async () => {
    now += 2 * minute - 1;
    expect(await byChance()).toEqual(rejected);
    expect(asked).toBe(1);
    now += 1;
    expect(await byChance()).toEqual(token('b'));
  });

  test('gets the token that a call somebody waits for has fetched meanwhile', async () => {
    expect(await following('a')).toEqual(token('b'));
    expect(await byChance()).toEqual(token('b'));
  });

  test('waits twice as long for each refusal in a row', async () => {
    now += 2 * minute;
    await byChance();
    tokens.refused('b', rejected);
    now += 4 * minute - 1;
    expect(await byChance()).toEqual(rejected);
    now += 1;
    expect(await byChance()).toEqual(token('c'));
    tokens.refused('c', rejected);
    now += 8 * minute - 1;
    expect(await byChance()).toEqual(rejected);
    now += 1;
    expect(await byChance()).toEqual(token('d'));
  });

  test('is not held up by a late refusal of a token that has been replaced', async () => {
    await following('a');
    tokens.refused('a', rejected);
    expect(await byChance()).toEqual(token('b'));
  });
});

describe('asking', () => {
  test('that the platform refused is not repeated within a minute', async () => {
    answers = [rejected, given('a')];
    expect(await current()).toEqual(rejected);
    now = start + minute - 1;
    expect(await current()).toEqual(rejected);
    expect(asked).toBe(1);
    now = start + 1.25 * minute;
    expect(await current()).toEqual(token('a'));
  });

  test('that did not reach the platform is repeated at once', async () => {
    answers = [offline, given('a')];
    expect(await current()).toEqual(offline);
    expect(await current()).toEqual(token('a'));
  });

  test('goes on for the others when one of them cancels', async () => {
    answers = [given('a')];
    const cancel = new AbortController();
    const [one, other] = [tokens.current(cancel.signal, 'at-once'), current()];
    cancel.abort();
    expect(await one).toEqual(failed({ kind: 'cancelled' }));
    expect(await other).toEqual(token('a'));
    expect(asked).toBe(1);
  });
});
