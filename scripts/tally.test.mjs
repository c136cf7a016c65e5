import { describe, expect, it } from 'vitest';
import { e2eTally, inWords, oneCheck, total, unitTally } from './tally.mjs';

const unit = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
const e2e = { stats: { expected: 3, unexpected: 1, flaky: 0, skipped: 2 } };

describe('the last line of npm test', () => {
  it('counts every check of every step', () => {
    const all = total([oneCheck(0), oneCheck(2), unitTally(unit, 0), e2eTally(e2e, 1)]);
    expect(inWords(all)).toBe('11 passed, 2 failed, 4 skipped');
  });

  it('counts a run that failed outside its tests as a failure', () => {
    expect(unitTally(unit, 1).failed).toBe(1);
    expect(e2eTally({ stats: { ...e2e.stats, unexpected: 0 } }, 1).failed).toBe(1);
  });

  it('counts a run that left no report as a failure, whatever its exit code', () => {
    expect(inWords(unitTally(undefined, 0))).toBe('0 passed, 1 failed, 0 skipped');
    expect(inWords(e2eTally(undefined, 0))).toBe('0 passed, 1 failed, 0 skipped');
  });
});
