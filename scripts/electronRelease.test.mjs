import { describe, expect, it } from 'vitest';
import { failedLately } from './electronRelease.mjs';

describe('the release host of Electron', () => {
  const attempt = { now: 1e12, from: '', version: '45.4.1' };
  const hours = 3600 * 1000;
  const failure = { at: attempt.now - hours, from: '', version: '45.4.1' };

  it('is left alone for some hours after it was out of reach', () => {
    expect(failedLately(failure, attempt)).toBe(true);
  });

  it.each([
    ['nothing is known of it', undefined],
    ['the failure is old', { ...failure, at: attempt.now - 24 * hours }],
    ['the clock was set back', { ...failure, at: attempt.now + hours }],
    ['the mirror is another', { ...failure, from: 'https://mirror.example/' }],
    ['the version is another', { ...failure, version: '44.0.0' }],
  ])('is asked when %s', (_when, kept) => {
    expect(failedLately(kept, attempt)).toBe(false);
  });
});
