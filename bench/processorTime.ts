/** The processor time that an app takes, as the kernel's scheduler counts it: in nanoseconds. */
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { processesOf } from './processes';

const sampleMs = 1_000;

/** Nanoseconds of each thread that runs, by the names of its process and itself. */
export type ThreadTimes = ReadonlyMap<string, number>;

/**
 * What threads have taken together: one that ends has its time in the last sample that saw it, since
 * the kernel keeps none of it where it can be read but in hundredths of a second.
 */
export function summingUp() {
  let ofEnded = 0;
  let running: ThreadTimes = new Map();
  return {
    /** Nanoseconds so far, those of the sample among them. */
    add(sample: ThreadTimes): number {
      for (const [thread, time] of running) {
        // Where it has less than before, another thread has been given its number.
        if ((sample.get(thread) ?? 0) < time) ofEnded += time;
      }
      running = sample;
      return ofEnded + [...sample.values()].reduce((sum, time) => sum + time, 0);
    },
  };
}

/** The first field is the time on a processor (kernel, scheduler/sched-stats.rst). */
export const timeOnProcessor = (schedstat: string): number => Number(schedstat.split(' ')[0]);

export interface Meter {
  /** Milliseconds of all of the app's processes since they began. */
  read(): Promise<number>;
  stop(): Promise<void>;
}

/** Looks every second, so that little is lost of threads that end. */
export function watchProcessorTime(mainPid: number): Meter {
  const sum = summingUp();
  const stopping = new AbortController();
  let last = Promise.resolve(0);
  // One after the other: a sample that comes in late would look like threads that have begun anew.
  const read = () => {
    last = last.then(async () => sum.add(await threadsOf(mainPid)) / 1e6);
    return last;
  };
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      await read();
      await pause(sampleMs, null, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  // It is told by `stop`, for whoever waits there.
  watching.catch(() => undefined);
  return {
    read,
    async stop() {
      stopping.abort();
      await watching;
    },
  };
}

async function threadsOf(mainPid: number): Promise<ThreadTimes> {
  const times = new Map<string, number>();
  for (const pid of await processesOf(mainPid)) {
    const tasks = `/proc/${pid}/task`;
    // Processes and threads end while they are looked at.
    for (const thread of await readdir(tasks).catch(() => [])) {
      const text = await readFile(`${tasks}/${thread}/schedstat`, 'utf8').catch(() => null);
      if (text !== null) times.set(`${pid}/${thread}`, timeOnProcessor(text));
    }
  }
  return times;
}
