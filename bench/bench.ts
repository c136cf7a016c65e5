/** What every benchmark has: the e2e tests' machine, and how thorough it is to be. */
import { test } from '../e2e/app';

export interface BenchOptions {
  /** `quick`: fewer repetitions, for a first look while working on something. */
  readonly thoroughness: 'full' | 'quick';
}

export const bench = test.extend<BenchOptions>({
  thoroughness: ['full', { option: true }],
});
