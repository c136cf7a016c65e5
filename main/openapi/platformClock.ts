/**
 * The platform's clock, learnt from the `Date` of its answers (RFC 9110, 6.6.1). The platform judges
 * a time stamp and names a token's end by its own clock; a desktop's may be wrong by hours.
 */
import type { EpochMs } from '../../preload/contract';

export interface PlatformClock {
  /** What the platform's clock shows now, to a second or so; the system's until one is learnt. */
  now(): EpochMs;
  /** What the system's clock shows when the platform's shows `at`. */
  onSystem(at: EpochMs): EpochMs;
  /** Takes up the `Date` of an answer that came just now; one that cannot be meant is ignored. */
  learn(date: string): void;
}

/**
 * With a clock further off than this no TLS connection comes about: certificates live for 398 days
 * at most (CA/Browser Forum, Baseline Requirements 6.3.2). Such a `Date` is wrong itself.
 */
const LARGEST_SKEW = 366 * 24 * 60 * 60_000;

/** RFC 9110, 5.6.7: the one form that is sent today. `Date.parse` reads much else, even `1`. */
const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

export function createPlatformClock(systemNow: () => EpochMs): PlatformClock {
  let skew = 0;
  return {
    now: () => systemNow() + skew,
    onSystem: (at) => at - skew,
    learn(date) {
      const learnt = (IMF_FIXDATE.test(date) ? Date.parse(date) : Number.NaN) - systemNow();
      if (Math.abs(learnt) <= LARGEST_SKEW) skew = learnt;
    },
  };
}
