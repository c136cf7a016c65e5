/** Runs a fleet of desktops through a scenario and counts what they send. */
import { createSimulatedClock } from './clock';
import { createDesktop } from './desktop';
import { createPlatform } from './platform';
import { seededRandom } from './random';
import type { Scenario } from './scenarios';
import { createTally, type Tally } from './tally';

export interface FleetRun {
  readonly scenario: Scenario;
  readonly desktops: number;
  readonly tally: Tally;
  /** The share of desktops whose last heartbeat was answered, at the end of each minute. */
  readonly inReach: readonly number[];
}

const minute = 60_000;

export async function runFleet(
  scenario: Scenario,
  { desktops, seed }: { readonly desktops: number; readonly seed: number },
): Promise<FleetRun> {
  const { rules, times } = scenario;
  const clock = createSimulatedClock();
  const random = seededRandom(seed);
  const tally = createTally(times.end);
  const platform = createPlatform(rules, clock, tally, random);
  const fleet = Array.from({ length: desktops }, () => createDesktop(platform, clock, random));
  for (const desktop of fleet) clock.after(times.startsWithin * random(), () => desktop.start());

  const inReach: number[] = [];
  for (let at = minute; at <= times.end; at += minute) {
    await clock.runUntil(at);
    const active = fleet.filter((desktop) => desktop.reach() === 'active').length;
    inReach.push(active / desktops);
  }
  return { scenario, desktops, tally, inReach };
}
