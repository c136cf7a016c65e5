/** What a run comes to: rates, and what they are to the steady one. */
import type { FleetRun } from './fleet';
import { binWidth, gatewayKinds, mean, peak, type RequestKind } from './tally';

export interface Loads {
  /** Requests per second. Peaks are those of the busiest ten seconds. */
  readonly steady: number;
  readonly atStart: number;
  /** The same by mean; null where there is no such time. */
  readonly during: Load;
  readonly after: Load | null;
}

export interface Load {
  readonly mean: number;
  readonly peak: number;
}

/** The start is over a minute after it began. */
const startTakes = 60_000;

export const gatewayLoads = (run: FleetRun) => loadsOf(run, gatewayKinds);
export const feedLoads = (run: FleetRun) => loadsOf(run, ['feed']);

export function loadsOf({ tally, scenario }: FleetRun, kinds: readonly RequestKind[]): Loads {
  const { steadyFrom, troubleFrom, troubleTo, end } = scenario.times;
  const between = (from: number, to: number) => tally.perSecond(kinds, from, to);
  const load = (rates: readonly number[]): Load => ({ mean: mean(rates), peak: peak(rates) });
  return {
    steady: mean(between(steadyFrom, troubleFrom)),
    atStart: peak(between(0, startTakes)),
    during: load(between(troubleFrom, troubleTo)),
    after: end - troubleTo < binWidth ? null : load(between(troubleTo, end)),
  };
}
