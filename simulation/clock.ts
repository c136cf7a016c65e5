/** Simulated time: what is planned runs in order, as soon as all that came before has settled. */
import type { Clock } from '../main/session/heartbeat';

/** Milliseconds. What falls within one tick runs together; every delay simulated is far longer. */
const tick = 50;

export interface SimulatedClock extends Clock {
  /** Runs what is planned until then. */
  runUntil(end: number): Promise<void>;
}

interface Planned {
  run: (() => void) | null;
}

export function createSimulatedClock(): SimulatedClock {
  const planned = new Map<number, Planned[]>();
  let current = 0;

  return {
    now: () => current * tick,

    after(delay, run) {
      const at = current + Math.max(1, Math.ceil(delay / tick));
      const entry: Planned = { run };
      const others = planned.get(at);
      if (others === undefined) planned.set(at, [entry]);
      else others.push(entry);
      return () => {
        entry.run = null;
      };
    },

    async runUntil(end) {
      for (; current * tick < end; current += 1) {
        const due = planned.get(current);
        if (due === undefined) continue;
        planned.delete(current);
        for (const { run } of due) run?.();
        // A turn of the event loop: all promises that this led to have settled.
        await new Promise(setImmediate);
      }
    },
  };
}
