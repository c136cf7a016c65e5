/** What may befall a region, in milliseconds since eight o'clock. */
import type { PlatformRules } from './platform';

export interface Scenario {
  /** Names its plot. */
  readonly id: string;
  readonly title: string;
  readonly rules: PlatformRules;
  readonly times: Times;
}

export interface Times {
  /** Every desktop starts by chance within this time. */
  readonly startsWithin: number;
  /** Steady is what is measured from then until the trouble begins. */
  readonly steadyFrom: number;
  readonly troubleFrom: number;
  readonly troubleTo: number;
  readonly end: number;
}

const minute = 60_000;

/**
 * Short, for the worst case: renewals begin twelve minutes after the start, and the trouble
 * comes while they are under way.
 */
const tokenValidity = 24 * minute;

const outageTimes: Times = {
  startsWithin: 3_000,
  steadyFrom: 12 * minute,
  troubleFrom: 16 * minute,
  troubleTo: 21 * minute,
  end: 30 * minute,
};
const outageAt = { from: outageTimes.troubleFrom, to: outageTimes.troubleTo };

const endingTimes: Times = { ...outageTimes, troubleTo: 45 * minute, end: 45 * minute };

export const scenarios: readonly Scenario[] = [
  {
    id: 'outage-hanging',
    title: 'An outage of five minutes: the platform hangs, and each call ends by its time limit',
    rules: { outage: { kind: 'hanging', ...outageAt }, endsOldTokensFrom: null, tokenValidity },
    times: outageTimes,
  },
  {
    id: 'outage-refusing',
    title: 'An outage of five minutes: the platform refuses every connection at once',
    rules: { outage: { kind: 'refusing', ...outageAt }, endsOldTokensFrom: null, tokenValidity },
    times: outageTimes,
  },
  {
    id: 'tokens-ended',
    title: 'A platform that begins to end the old access token whenever a desktop asks for one',
    rules: { outage: null, endsOldTokensFrom: endingTimes.troubleFrom, tokenValidity },
    times: endingTimes,
  },
];
