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
 * The client's own assumption where a platform does not say. Renewals then begin half an hour after
 * the start, so that the outage comes while they are under way.
 */
const tokenValidity = 60 * minute;

const outageTimes: Times = {
  startsWithin: 3_000,
  steadyFrom: 30 * minute,
  troubleFrom: 40 * minute,
  troubleTo: 45 * minute,
  end: 70 * minute,
};
const outageAt = { from: outageTimes.troubleFrom, to: outageTimes.troubleTo };

const endingTimes: Times = { ...outageTimes, troubleTo: 100 * minute, end: 100 * minute };

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
