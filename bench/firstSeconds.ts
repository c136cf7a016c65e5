/** The first ten seconds of a start. */
import { paintsOf } from './paints';
import { type PlainApp, startPlainly } from './plainStart';
import { type Memory, memoryOf, strangersTo } from './processes';
import { watchProcessorTime } from './processorTime';

export const measuredMs = 10_000;

/** Looking at processes takes time on a processor too: not while the window is being painted. */
const undisturbedMs = 2_000;

export interface FirstSeconds {
  /** Milliseconds from the spawn to the first contentful paint. */
  readonly firstPaintMs: number;
  /** To her name in the rail; null in the blank window. */
  readonly profileMs: number | null;
  /** To the first title in the list; null where there is none. */
  readonly messageMs: number | null;
  /** Of all processes, milliseconds on a processor. */
  readonly processorMs: number;
  readonly memory: Memory;
  /** Processes of other Electrons that shared in it. */
  readonly strangers: number;
}

export async function firstSecondsOf(app: PlainApp): Promise<FirstSeconds> {
  const start = await startPlainly(app);
  try {
    await start.until(undisturbedMs);
    const meter = watchProcessorTime(start.pid);
    await start.until(measuredMs);
    const processorMs = await meter.read();
    await meter.stop();
    const memory = await memoryOf(start.pid);
    const strangers = await strangersTo(start.pid);
    const paints = await start.inPage(paintsOf);
    const after = (at: number | null) => (at === null ? null : at - start.spawnedAt);
    return {
      firstPaintMs: paints.first - start.spawnedAt,
      profileMs: after(paints.profile),
      messageMs: after(paints.message),
      processorMs,
      memory,
      strangers,
    };
  } finally {
    await start.end();
  }
}
