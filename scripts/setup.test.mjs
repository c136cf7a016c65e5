import { describe, expect, it } from 'vitest';
import { isAtLeast } from './setup.mjs';

describe('Node', () => {
  it.each([
    ['20.19.0', true],
    ['22.1.0', true],
    ['100.0.0', true],
    ['20.9.0', false],
    ['18.20.8', false],
  ])('%s being new enough is %s', (version, enough) => {
    expect(isAtLeast(version, '20.19')).toBe(enough);
  });
});
