/** What the processes of an app take of the machine, as Linux counts it. */
import { readdir, readFile, readlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Megabytes (10⁶) of memory of all of an app's processes. */
export interface Memory {
  /** Pages that are shared are divided among those that share them (PSS), other apps included. */
  readonly all: number;
  /** Of that, what is not out of files: no other program has a part in it. */
  readonly own: number;
}

/** As they are now. */
export async function memoryOf(mainPid: number): Promise<Memory> {
  const texts = await Promise.all(
    (await processesOf(mainPid)).map((pid) =>
      // One may have ended meanwhile.
      readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => ''),
    ),
  );
  const sum = (name: string) =>
    texts.reduce((kilobytes, text) => kilobytes + numberAfter(name, text), 0) * 1.024e-3;
  return { all: sum('Pss:'), own: sum('Pss_Anon:') + sum('Pss_Shmem:') };
}

const pauseMs = 500;
const settledMs = 3_000;
const patienceMs = 10_000;

/** As above, once it has not moved by more than two megabytes for three seconds. */
export async function settledMemoryOf(mainPid: number): Promise<Memory> {
  const seen: Memory[] = [];
  for (const deadline = Date.now() + patienceMs; ; ) {
    const now = await memoryOf(mainPid);
    seen.push(now);
    const last = seen.slice(-settledMs / pauseMs).map(({ own }) => own);
    const isSettled =
      last.length * pauseMs >= settledMs && Math.max(...last) - Math.min(...last) < 2;
    if (isSettled || Date.now() > deadline) return now;
    await pause(pauseMs);
  }
}

export interface Written {
  /** What the process has made the disk write. */
  readonly toDisk: number;
  /** What it has handed to `write`, pipes and sockets among it. */
  readonly handedOver: number;
}

/** Bytes since the process began. */
export async function writtenBy(pid: number): Promise<Written> {
  const text = await readFile(`/proc/${pid}/io`, 'utf8');
  return { toDisk: numberAfter('write_bytes:', text), handedOver: numberAfter('wchar:', text) };
}

/** The process and those below it that run a program of the same folder. */
export async function processesOf(mainPid: number): Promise<readonly number[]> {
  const program = dirname(await readlink(`/proc/${mainPid}/exe`));
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), await parentOf(Number(name)));
  }
  const found: number[] = [];
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === mainPid || isBelow(parents.get(pid)));
  for (const pid of parents.keys()) {
    const path = isBelow(pid) ? await readlink(`/proc/${pid}/exe`).catch(() => '') : '';
    if (path !== '' && dirname(path) === program) found.push(pid);
  }
  return found;
}

/**
 * How many others run a program of the same folder: they take their share of the pages that come out of
 * its files, so that the memory of this app looks smaller by as much.
 */
export async function strangersTo(mainPid: number): Promise<number> {
  const program = dirname(await readlink(`/proc/${mainPid}/exe`));
  const own = new Set(await processesOf(mainPid));
  let count = 0;
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name) || own.has(Number(name))) continue;
    const path = await readlink(`/proc/${name}/exe`).catch(() => '');
    if (path !== '' && dirname(path) === program) count += 1;
  }
  return count;
}

async function parentOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return numberAfter('PPid:', text);
}

/** 0 where the name is not among the lines. */
function numberAfter(name: string, lines: string): number {
  const line = lines.split('\n').find((one) => one.startsWith(name));
  return Number(line?.slice(name.length).trim().split(' ')[0] ?? 0);
}
