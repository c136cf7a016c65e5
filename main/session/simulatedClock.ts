/** For tests: time that passes when it is told to. */
import type { Clock } from './heartbeat';

export interface SimulatedClock extends Clock {
  /** Lets so many milliseconds pass; what falls due in them runs in its order. */
  pass(ms: number): void;
}

export function simulatedClock(): SimulatedClock {
  let time = 0;
  let planned: readonly { readonly at: number; readonly run: () => void }[] = [];

  const firstUntil = (end: number) =>
    planned.filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at)[0];

  return {
    now: () => time,
    after(delay, run) {
      const plan = { at: time + Math.max(0, delay), run };
      planned = [...planned, plan];
      return () => {
        planned = planned.filter((one) => one !== plan);
      };
    },
    pass(ms) {
      const end = time + ms;
      for (let next = firstUntil(end); next !== undefined; next = firstUntil(end)) {
        const due = next;
        planned = planned.filter((one) => one !== due);
        time = due.at;
        due.run();
      }
      time = end;
    },
  };
}
