/**
 * A process of its own that wishes and sends marks, and kills itself at a given step: for
 * killed.test.ts, never shipped. A step is each write to the database, and each call to the platform
 * before it goes out and after its answer.
 */
import { writeSync } from 'node:fs';
import { z } from 'zod';
import type { Mark, PersonId } from '../../preload/contract';
import { readDeployment } from '../deployment/deployment';
import { createOpenApi } from '../openapi';
import { createSealer } from '../storage/seal';
import { type Mailbox, mailboxOn } from './mailbox';
import { openTables, type Tables } from './tables';

export const runSchema = z.object({
  deployment: z.string(),
  folder: z.string(),
  cacheKey: z.string(),
  personId: z.string(),
  /** From 1; null runs to the end. */
  killAt: z.number().nullable(),
  /** Places in the list, oldest first, and how they are to be marked. */
  wishes: z.array(z.object({ from: z.number(), to: z.number(), as: z.enum(['read', 'unread']) })),
});
export type Run = z.output<typeof runSchema>;

/** Opens what is kept, with an outbox on the real platform. */
export async function openRun(run: Run, step: () => void): Promise<Mailbox> {
  const reading = readDeployment(run.deployment, 'file');
  if (reading.kind === 'wrong') throw new Error('a wrong deployment');
  const { deployment } = reading;
  const { appKey } = deployment.app;
  const personId = run.personId as PersonId;
  const openApi = createOpenApi({
    platform: deployment,
    appKey: async () => ({ ok: true, value: appKey }),
    fetch,
    limits: { timeoutMs: 10_000, bytes: 1_000_000 },
  });
  const sealer = createSealer(run.cacheKey);
  if (sealer === null) throw new Error('a wrong key');
  const tables = await openTables(run.folder, sealer, { deploymentId: deployment.id, personId });
  return mailboxOn(counted(tables, step), {
    async send(ids, as, signal) {
      step();
      const answer = await openApi.markMessages({ personId, ids, as }, signal);
      step();
      return answer;
    },
    taken: () => undefined,
    retryDelay: () => 10,
  });
}

/** The same tables, with a step before each write and after it: within a transaction and outside. */
function counted({ database, seals }: Tables, step: () => void): Tables {
  const { connection } = database;
  const counting = new Proxy(connection, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name);
      return (sql: string) => {
        const statement = target.prepare(sql);
        return {
          get: (...given: unknown[]) => statement.get(...given),
          all: (...given: unknown[]) => statement.all(...given),
          run(...given: unknown[]) {
            step();
            return statement.run(...given);
          },
        };
      };
    },
  });
  return {
    seals,
    database: {
      ...database,
      connection: counting,
      transaction(change) {
        const value = database.transaction(() => {
          const changed = change();
          step();
          return changed;
        });
        step();
        return value;
      },
    },
  };
}

/** Ends when nothing waits any more. */
export const sentAll = ({ outbox }: Mailbox): Promise<void> =>
  new Promise((resolve) => {
    const end = outbox.snapshot.subscribe(({ waiting }) => {
      if (waiting > 0) return;
      resolve();
      queueMicrotask(() => end());
    });
  });

export const keysOf = ({ store }: Mailbox, from: number, to: number): Uint32Array =>
  store.order('all').toReversed().slice(from, to);

/** Each wish is told on stdout when it is done, as the screen would; then the number of steps. */
async function runAndTell(run: Run): Promise<void> {
  let steps = 0;
  const step = () => {
    steps += 1;
    if (steps === run.killAt) process.kill(process.pid, 'SIGKILL');
  };
  const mailbox = await openRun(run, step);
  steps = 0;
  mailbox.outbox.start(0);
  for (const { from, to, as } of run.wishes) {
    mailbox.outbox.wish(keysOf(mailbox, from, to), as satisfies Mark);
    writeSync(1, 'wished\n');
    // Calls go out and are answered between the wishes, too.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await sentAll(mailbox);
  writeSync(1, `${steps} steps\n`);
  mailbox.close();
}

const given = process.env.STAFFROOM_KILLED_RUN;
if (given !== undefined) void runAndTell(runSchema.parse(JSON.parse(given)));
