import { setImmediate } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import type { Failure, Result } from '../../preload/contract';
import { type SimulatedClock, simulatedClock } from '../session/simulatedClock';
import { createUpdates, type Found, type Updater, type Updates } from './updates';

const minute = 60_000;
const hour = 60 * minute;
const newer = { kind: 'newer', version: '1.1.0', bytes: 100 } as const;
const broken = { ok: false, failure: { kind: 'update', why: 'incomplete' } } as const;

let clock: SimulatedClock;
let answer: Result<Found>;
let looks: number;
let installed: number;
let failures: Failure[];
/** Ends the download that is under way. */
let end: (with_: Result<'downloaded'>) => void;
let received: (bytes: number) => void;

const updater: Updater = {
  async look() {
    looks += 1;
    return answer;
  },
  download: (options) =>
    new Promise((resolve) => {
      received = options.received;
      end = resolve;
      options.signal.addEventListener('abort', () =>
        resolve({ ok: false, failure: { kind: 'cancelled' } }),
      );
    }),
  install() {
    installed += 1;
  },
};

const create = (random = 0.5): Updates =>
  createUpdates({
    updater,
    host: 'updates.example',
    failed: (_doing, failure) => failures.push(failure),
    now: () => 7,
    clock,
    random: () => random,
  });

/** Ends when what fell due has ended, too. */
async function pass(ms: number): Promise<void> {
  clock.pass(ms);
  await setImmediate();
}

beforeEach(() => {
  clock = simulatedClock();
  answer = { ok: true, value: { kind: 'newest' } };
  looks = 0;
  installed = 0;
  failures = [];
});

test.each([0, 0.5, 0.999])(
  'it looks some time after the start, and some hours later (%d)',
  async (chance) => {
    create(chance);
    await pass(2 * minute - 1);
    expect(looks).toBe(0);
    await pass(38 * minute + 1);
    expect(looks).toBe(1);
    await pass(4 * hour - 40 * minute);
    expect(looks).toBe(1);
    await pass(4 * hour + 40 * minute);
    expect(looks).toBe(2);
  },
);

test('it looks no more when it is stopped, and a failure brings no look sooner', async () => {
  answer = { ok: false, failure: { kind: 'offline' } };
  const updates = create();
  await pass(40 * minute);
  expect(failures).toEqual([{ kind: 'offline' }]);
  await pass(3 * hour);
  expect(looks).toBe(1);
  updates.stop();
  await pass(100 * hour);
  expect(looks).toBe(1);
});

test('what was found is shown, and nothing is downloaded by itself', async () => {
  const updates = create();
  await updates.check();
  expect(updates.snapshot.value).toEqual({
    kind: 'idle',
    checkedAt: 7,
    later: null,
    failure: null,
  });
  answer = { ok: true, value: { kind: 'later', version: '1.1.0' } };
  await updates.check();
  expect(updates.snapshot.value).toMatchObject({ kind: 'idle', later: '1.1.0' });
  answer = { ok: true, value: { ...newer, bytes: null } };
  await updates.check();
  expect(updates.snapshot.value).toEqual({
    kind: 'announced',
    version: '1.1.0',
    host: 'updates.example',
  });
  answer = { ok: true, value: newer };
  await updates.check();
  expect(updates.snapshot.value).toEqual({
    kind: 'offered',
    version: '1.1.0',
    bytes: 100,
    failure: null,
  });
});

test('a failed look is shown and told, and takes back what was offered', async () => {
  const updates = create();
  answer = { ok: true, value: newer };
  await updates.check();
  answer = { ok: false, failure: { kind: 'update', why: 'older' } };
  expect(await updates.check()).toEqual(answer);
  expect(updates.snapshot.value).toMatchObject({ kind: 'idle', failure: { why: 'older' } });
  expect(failures).toEqual([{ kind: 'update', why: 'older' }]);
  expect(await updates.download()).toMatchObject({ failure: { kind: 'not-ready' } });
});

test('a download says how far it is, waits for her word, and is left alone by what looks', async () => {
  const updates = create();
  answer = { ok: true, value: newer };
  await updates.check();
  const download = updates.download();
  received(40);
  expect(updates.snapshot.value).toEqual({
    kind: 'downloading',
    version: '1.1.0',
    bytes: 100,
    received: 40,
  });
  await updates.check();
  expect(updates.install()).toMatchObject({ failure: { kind: 'not-ready' } });
  end({ ok: true, value: 'downloaded' });
  await download;
  await pass(100 * hour);
  expect(looks).toBe(1);
  expect(updates.snapshot.value).toEqual({ kind: 'ready', version: '1.1.0' });
  expect(installed).toBe(0);
  expect(updates.install()).toEqual({ ok: true, value: 'quitting' });
  expect(installed).toBe(1);
});

test('a download that broke off, or that she cancelled, is offered once more', async () => {
  const updates = create();
  answer = { ok: true, value: newer };
  await updates.check();
  const first = updates.download();
  end(broken);
  expect(await first).toEqual(broken);
  expect(updates.snapshot.value).toMatchObject({ kind: 'offered', failure: broken.failure });
  const second = updates.download();
  updates.cancel();
  received(50);
  expect(await second).toEqual({ ok: true, value: 'cancelled' });
  expect(updates.snapshot.value).toMatchObject({ kind: 'offered', failure: null });
  expect(failures).toEqual([broken.failure]);
});
