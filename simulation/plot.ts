/** A run as an SVG: requests per second over time, with the steady rate and twice that as lines. */
import type { FleetRun } from './fleet';
import { feedLoads, gatewayLoads, type Loads } from './summary';
import { binWidth, gatewayKinds, type RequestKind } from './tally';

const width = 1000;
const panelHeight = 260;
const margin = { left: 70, right: 20, top: 50, gap: 60 };
const plotWidth = width - margin.left - margin.right;
const minute = 60_000;

interface Panel {
  readonly name: string;
  readonly kinds: readonly RequestKind[];
  readonly loads: Loads;
}

export function plot(run: FleetRun): string {
  const panels: readonly Panel[] = [
    { name: 'gateway', kinds: gatewayKinds, loads: gatewayLoads(run) },
    { name: 'feed', kinds: ['feed'], loads: feedLoads(run) },
  ];
  const height = margin.top + panels.length * (panelHeight + margin.gap);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="white"/>
<text x="${margin.left}" y="22" font-size="15">${run.scenario.title}</text>
<text x="${margin.left}" y="38">${run.desktops} desktops, requests per second in bins of ten seconds; the start is cut off at the top</text>
${panels.map((panel, index) => panelOf(run, panel, margin.top + 20 + index * (panelHeight + margin.gap))).join('\n')}
</svg>
`;
}

function panelOf(
  { tally, scenario }: FleetRun,
  { name, kinds, loads }: Panel,
  top: number,
): string {
  const { end, troubleFrom, troubleTo } = scenario.times;
  const highest = loads.steady * 3.5;
  const x = (at: number) => (margin.left + (at / end) * plotWidth).toFixed(1);
  const y = (rate: number) =>
    (top + panelHeight * (1 - Math.min(rate, highest) / highest)).toFixed(1);
  const points = tally
    .perSecond(kinds, 0, end)
    .map((rate, bin) => `${x((bin + 0.5) * binWidth)},${y(rate)}`);
  const level = (rate: number, label: string) =>
    `<path d="M${x(0)} ${y(rate)}H${x(end)}" stroke="#888" stroke-dasharray="4 4"/>
<text x="${margin.left - 6}" y="${y(rate)}" text-anchor="end" dominant-baseline="middle">${label}</text>`;
  const hours = Array.from({ length: Math.floor(end / (10 * minute)) + 1 }, (_, tens) => {
    const at = tens * 10 * minute;
    const time = `${8 + Math.floor(tens / 6)}:${String((tens % 6) * 10).padStart(2, '0')}`;
    return `<text x="${x(at)}" y="${top + panelHeight + 16}" text-anchor="middle">${time}</text>`;
  });
  return `<rect x="${x(troubleFrom)}" y="${top}" width="${((troubleTo - troubleFrom) / end) * plotWidth}" height="${panelHeight}" fill="#fde8d8"/>
<text x="${margin.left}" y="${top - 6}">${name}</text>
${level(0, '0')}
${level(loads.steady, loads.steady.toFixed(0))}
${level(loads.steady * 2, `${(loads.steady * 2).toFixed(0)} (2 ×)`)}
<polyline fill="none" stroke="#1f5fa8" stroke-width="1.5" points="${points.join(' ')}"/>
${hours.join('\n')}`;
}
