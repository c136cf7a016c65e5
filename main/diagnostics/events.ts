/** The last things that happened, in memory. */
import { isDeepStrictEqual } from 'node:util';
import type { DiagnosticEvent, EpochMs, Happening } from '../../preload/contract';

export interface DiagnosticEvents {
  add(happening: Happening, at: EpochMs): 'new' | 'again';
  /** Newest first. */
  list(): readonly DiagnosticEvent[];
}

export const mostEvents = 200;

/** What happens again unchanged is counted: an hour of heartbeats must not push a morning out. */
export function createEvents(): DiagnosticEvents {
  const events: DiagnosticEvent[] = [];
  let lastId = 0;

  return {
    add(happening, at) {
      const last = events.at(-1);
      if (last !== undefined && isDeepStrictEqual(last.happening, happening)) {
        events.splice(-1, 1, { ...last, times: last.times + 1, lastAt: at });
        return 'again';
      }
      lastId += 1;
      events.push({ id: lastId, at, times: 1, lastAt: at, happening });
      if (events.length > mostEvents) events.shift();
      return 'new';
    },
    list: () => events.toReversed(),
  };
}
