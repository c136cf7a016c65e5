import type { EpochMs } from '../../preload/contract';
import { unusedDays } from '../../preload/stored';

const dayMs = 24 * 60 * 60 * 1000;

/** What was used last before then goes at the next start. */
export const unusedBefore = (now: EpochMs): EpochMs => now - unusedDays * dayMs;
