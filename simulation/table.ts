/** A run in words and figures. */
import type { FleetRun } from './fleet';
import { feedLoads, gatewayLoads, type Loads } from './summary';
import { gatewayKinds, mean, peak, requestKinds } from './tally';

const minute = 60_000;

export function table(run: FleetRun): string {
  const { scenario, desktops, inReach } = run;
  const { troubleFrom, troubleTo } = scenario.times;
  return [
    scenario.title,
    `${desktops} desktops; requests per second; peak is the busiest ten seconds`,
    '',
    row(['from', 'to', ...requestKinds, 'gateway', 'peak', 'in reach']),
    ...spans(run).map(({ from, to }) => {
      const rates = run.tally.perSecond(gatewayKinds, from, to);
      return row([
        clockTime(from),
        clockTime(to),
        ...requestKinds.map((kind) => figure(mean(run.tally.perSecond([kind], from, to)))),
        figure(mean(rates)),
        figure(peak(rates)),
        `${((inReach[Math.ceil(to / minute) - 1] ?? 0) * 100).toFixed(1)} %`,
      ]);
    }),
    '',
    `Trouble from ${clockTime(troubleFrom)} to ${clockTime(troubleTo)}; peaks as multiples of the steady rate:`,
    row(['', 'steady', 'start', 'during', 'after']),
    ratios('gateway', gatewayLoads(run)),
    ratios('feed', feedLoads(run)),
  ].join('\n');
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** By the minute around the start and the trouble, else by ten. */
function spans({ scenario: { times } }: FleetRun): Span[] {
  const isClose = (at: number) =>
    at < 3 * minute || (at >= times.troubleFrom - minute && at < times.troubleFrom + 10 * minute);
  const found: Span[] = [];
  for (let from = 0; from < times.end; ) {
    let to = from + minute;
    while (!isClose(from) && !isClose(to) && to < times.end && to % (10 * minute) !== 0)
      to += minute;
    found.push({ from, to });
    from = to;
  }
  return found;
}

const ratios = (name: string, { steady, atStart, during, after }: Loads): string =>
  row([
    name,
    figure(steady),
    `${(atStart / steady).toFixed(2)} ×`,
    `${(during.peak / steady).toFixed(2)} ×`,
    after === null ? '' : `${(after.peak / steady).toFixed(2)} ×`,
  ]);

const figure = (perSecond: number): string => perSecond.toFixed(perSecond < 100 ? 1 : 0);

const clockTime = (at: number): string => {
  const minutes = 8 * 60 + Math.floor(at / minute);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

const row = (cells: readonly string[]): string =>
  cells.map((cell, column) => cell.padStart(column < 2 ? 8 : 13)).join('');
