/** The outbox in a process of its own, killed at every write and every call of a run of 500 marks. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FeedMessage, type Gateway, startGateway } from '../../gateway';
import type { MessageId } from '../../preload/contract';
import { newCacheKey } from '../storage/seal';
import { openRun, type Run, sentAll } from './killedRun';

const count = 500;
const marksOf = (messages: readonly FeedMessage[]) =>
  messages.map(({ isRead }) => (isRead === 1 ? 'r' : 'u')).join('');

/**
 * All 500 are marked, in five goes; some of them otherwise again, before or after they went out, and
 * one part twice. So most of what the outbox knows is wished: new, changed, taken back.
 */
const wishes: Run['wishes'] = [
  { from: 0, to: 100, as: 'read' },
  { from: 100, to: 200, as: 'read' },
  { from: 60, to: 120, as: 'unread' },
  { from: 200, to: 300, as: 'read' },
  { from: 300, to: 400, as: 'unread' },
  { from: 90, to: 100, as: 'read' },
  { from: 400, to: 500, as: 'read' },
];

let root: string;
let program: string;
let gateway: Gateway;
const cacheKey = newCacheKey();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'staffroom-killed-'));
  // Among the project's files, from where its packages are found.
  const outDir = join(import.meta.dirname, '..', '..', 'out', 'test', 'killed');
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: join(import.meta.dirname, 'killedRun.ts'), outDir },
  });
  program = join(outDir, 'killedRun.mjs');
  gateway = await startGateway();
  // The messages as they are kept before each run.
  const box = await openRun({ ...runOn(gateway), folder: join(root, 'kept') }, () => undefined);
  const messages = (await prepared(gateway)).map((sent) => ({
    id: sent.msgId as MessageId,
    sender: { id: null, name: sent.sender.name },
    sentAt: Date.parse(sent.sentAt),
    isRead: sent.isRead === 1,
    body: { kind: 'text', content: '会议' } as const,
  }));
  box.store.take({ messages, cursor: null, unusable: [] }, new Set());
  box.close();
}, 60_000);

afterAll(async () => {
  await gateway.close();
  await rm(root, { recursive: true });
});

const newcomer = (of: Gateway) =>
  String(of.people.find((one) => one.account === 'wujing')?.personId);

/** 520 messages, one in three of them read; the last twenty are never marked. */
async function prepared(of: Gateway): Promise<readonly FeedMessage[]> {
  for (let n = 0; n < count + 20; n += 1) {
    const sentAt = new Date(Date.UTC(2025, 0, 1, 0, 0, n)).toISOString();
    of.addMessage(newcomer(of), { sentAt, isRead: n % 3 === 0 ? 1 : 0 });
  }
  return of.messages(newcomer(of));
}

const runOn = (of: Gateway): Run => ({
  deployment: JSON.stringify(of.deployment()),
  folder: '',
  cacheKey,
  personId: newcomer(of),
  killAt: null,
  wishes: [],
});

/** What the platform has after so many of the wishes. */
function expected(before: string, wished: number): string {
  const marks = [...before];
  for (const { from, to, as } of wishes.slice(0, wished)) {
    marks.fill(as === 'read' ? 'r' : 'u', from, to);
  }
  return marks.join('');
}

async function killed(killAt: number | null) {
  const at = await startGateway();
  const folder = await mkdtemp(join(root, 'run-'));
  try {
    const before = marksOf(await prepared(at));
    await cp(join(root, 'kept'), folder, { recursive: true });
    const run: Run = { ...runOn(at), folder, killAt, wishes };
    const child = spawn(process.execPath, [program], {
      env: { ...process.env, STAFFROOM_KILLED_RUN: JSON.stringify(run) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      told += text;
    });
    const [code, signal] = await once(child, 'close');
    const wished = told.split('wished').length - 1;

    // The next start, in which she does nothing.
    const box = await openRun({ ...run, killAt: null }, () => undefined);
    box.outbox.start(0);
    await sentAll(box);
    const shown = box.store.order('all').toReversed();
    const shownMarks = [...shown].map((key) => {
      const [summary] = box.store.summaries([key as never]);
      return summary?.isRead ? 'r' : 'u';
    });
    box.close();
    return {
      code,
      signal,
      wished,
      steps: Number(/(\d+) steps/.exec(told)?.[1] ?? 0),
      before,
      after: marksOf(at.messages(newcomer(at))),
      shown: shownMarks.join(''),
      calls: at.journal.filter(({ call }) => call === 'mark-messages').length,
    };
  } finally {
    await at.close();
    await rm(folder, { recursive: true });
  }
}

test('killed at any step, the platform ends with exactly what she wished', async () => {
  const whole = await killed(null);
  expect(whole).toMatchObject({ code: 0, wished: wishes.length });
  expect(whole.after).toBe(expected(whole.before, wishes.length));
  expect(whole.steps).toBeGreaterThan(100);

  let next = 1;
  const kills: number[] = [];
  async function killOneAfterTheOther(): Promise<void> {
    while (next <= whole.steps) {
      const killAt = next;
      next += 1;
      const { signal, wished, before, after, shown } = await killed(killAt);
      // How many calls go out between two wishes hangs on the network: some runs end before that.
      if (signal === 'SIGKILL') kills.push(killAt);
      // A wish that was not told as done may have been kept, but whole or not at all.
      const either = [expected(before, wished), expected(before, wished + 1)];
      expect(either, `killed at step ${killAt} after ${wished} wishes`).toContain(after);
      expect(shown, `shown after step ${killAt}`).toBe(after);
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, killOneAfterTheOther));
  expect(kills.length).toBeGreaterThan(whole.steps * 0.9);
}, 600_000);
