/** The bound that a region can count on, from the code that `npm run simulate` runs. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type FleetRun, runFleet } from './fleet';
import { scenarios } from './scenarios';
import { feedLoads, gatewayLoads } from './summary';
import { requestKinds } from './tally';

/**
 * So few that chance itself moves the busiest ten seconds by some percent; 100 000 leave more room
 * under the bound (README).
 */
const desktops = 2_000;
const bound = 2;

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  '%s',
  (_id, scenario) => {
    let run: FleetRun;
    beforeAll(async () => {
      run = await runFleet(scenario, { desktops, seed: 1 });
    }, 60_000);

    test.each([
      ['gateway', gatewayLoads],
      ['feed', feedLoads],
    ] as const)(
      'the %s never gets more than twice its steady rate, during the trouble and after it',
      (_name, loadsOf) => {
        const { steady, during, after } = loadsOf(run);
        expect(during.peak / steady).toBeLessThanOrEqual(bound);
        expect((after?.peak ?? 0) / steady).toBeLessThanOrEqual(bound);
      },
    );

    test('before it, every desktop is in reach, and asks at the pace of its deployment', () => {
      const { troubleFrom, steadyFrom } = scenario.times;
      expect(run.inReach[troubleFrom / 60_000 - 1]).toBe(1);
      const [beats] = [run.tally.perSecond(['heartbeat'], steadyFrom, troubleFrom)];
      const mean = beats.reduce((sum, rate) => sum + rate, 0) / beats.length;
      expect(mean / (desktops / 120)).toBeCloseTo(1, 1);
    });

    test('comes the same way each time for the same seed', async () => {
      const times = { ...scenario.times, end: 120_000 };
      const [one, other] = [
        await runFleet({ ...scenario, times }, { desktops: 50, seed: 3 }),
        await runFleet({ ...scenario, times }, { desktops: 50, seed: 3 }),
      ];
      expect(one.tally.perSecond(requestKinds, 0, times.end)).toEqual(
        other.tally.perSecond(requestKinds, 0, times.end),
      );
    });
  },
);

test('an outage is over for every desktop within two periods of its heartbeat', async () => {
  const outages = scenarios.filter(({ rules }) => rules.outage !== null);
  expect(outages).toHaveLength(2);
  for (const scenario of outages) {
    const { inReach } = await runFleet(scenario, { desktops: 500, seed: 2 });
    const ends = scenario.times.troubleTo / 60_000;
    expect(inReach[ends - 1]).toBeLessThan(0.1);
    expect(inReach.slice(ends + 3)).toEqual(inReach.slice(ends + 3).map(() => 1));
  }
}, 60_000);
