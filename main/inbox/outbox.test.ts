/**
 * The outbox against a model: whatever she wishes, and however calls end, the platform ends up with
 * her last wish of each message, and with nothing else.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  Failure,
  Mark,
  MessageId,
  MessageKey,
  PersonId,
  Result,
} from '../../preload/contract';
import type { FeedMessage } from '../openapi';
import { simulatedClock } from '../session/simulatedClock';
import { createSealer, newCacheKey, type Sealer } from '../storage/seal';
import { createMessageStore } from './messageStore';
import { createOutbox, type Outbox } from './outbox';
import { openTables, type Tables } from './tables';
import { createWishes } from './wishes';

const notThere: Failure = { kind: 'rejected', code: '100404', text: '没有这条消息' };
const gone: Failure = { kind: 'server', host: 'platform.example', status: 502 };

interface PendingCall {
  readonly ids: readonly MessageId[];
  readonly as: Mark;
  readonly answer: (result: Result<unknown>) => void;
}

const idOf = (n: number) => `m${n}` as MessageId;

const messageOf = (id: MessageId, isRead: boolean): FeedMessage => ({
  id,
  sender: { id: null, name: '校办' },
  sentAt: Number(id.slice(1)),
  isRead,
  body: { kind: 'text', content: id },
});

/** A person's messages, the outbox on them, and a platform that answers when it is told to. */
class House {
  readonly clock = simulatedClock();
  readonly store;
  readonly platform = new Map<MessageId, boolean>();
  /** Of whose mark the platform's state is not known, because a call was not answered, or refused. */
  readonly uncertain = new Set<MessageId>();
  /** Her last wish for each message. */
  readonly wishes = new Map<MessageId, Mark>();
  readonly faults: string[] = [];
  pending: PendingCall[] = [];
  calls = 0;
  outbox: Outbox;

  constructor(
    readonly tables: Tables,
    readonly listed: number,
    readonly bad: ReadonlySet<MessageId>,
  ) {
    this.store = createMessageStore(tables);
    for (let n = 0; n < listed; n += 1) this.platform.set(idOf(n), n % 3 === 0);
    this.feed();
    this.outbox = this.newOutbox();
  }

  newOutbox(): Outbox {
    const outbox = createOutbox({
      wishes: createWishes(this.tables),
      clock: this.clock,
      retryDelay: () => 1_000,
      taken: () => undefined,
      send: (ids, as) =>
        new Promise((answer) => {
          this.checkCall(ids, as);
          this.calls += 1;
          this.pending.push({ ids, as, answer });
        }),
    });
    outbox.start(0);
    this.clock.pass(0);
    return outbox;
  }

  /** Notes what must not be of any call at the moment it is made. */
  checkCall(ids: readonly MessageId[], as: Mark): void {
    const underWay = new Set(this.pending.flatMap((call) => call.ids));
    const check = (holds: boolean, what: string) => holds || this.faults.push(what);
    check(ids.length <= 50, 'more than fifty in a call');
    check(this.pending.length < 4, 'more than four calls');
    for (const id of ids) {
      check(!underWay.has(id), `${id} is in two calls at a time`);
      check(this.wishes.get(id) === as, `${id} as ${as} is not what she wishes`);
      const isKnown = this.store.keyOf(id) !== null && !this.uncertain.has(id);
      const isSo = this.platform.get(id) === (as === 'read');
      check(!(isKnown && isSo), `the platform has ${id} so already`);
    }
  }

  feed(): void {
    const messages = [...this.platform].map(([id, isRead]) => messageOf(id, isRead));
    this.store.take({ messages, cursor: null, unusable: [] }, new Set());
  }

  wish(ids: readonly MessageId[], as: Mark): void {
    for (const id of ids) this.wishes.set(id, as);
    this.outbox.wishById(ids, as);
  }

  /** How the call that has waited longest ends. */
  async answer(how: 'answered' | 'lost' | 'lost-after-work'): Promise<void> {
    const call = this.pending.shift();
    if (call === undefined) return;
    const isRefused = call.ids.some((id) => this.bad.has(id));
    if (how !== 'lost' && !isRefused) {
      for (const id of call.ids) this.platform.set(id, call.as === 'read');
    }
    for (const id of call.ids) {
      if (how === 'answered' && !isRefused) this.uncertain.delete(id);
      else this.uncertain.add(id);
    }
    if (how !== 'answered') call.answer({ ok: false, failure: gone });
    else if (isRefused) call.answer({ ok: false, failure: notThere });
    else call.answer({ ok: true, value: 'taken' });
    await settle();
  }

  /** Killed and started again: calls under way may have arrived or not. */
  async crash(arrived: 'arrived' | 'lost'): Promise<void> {
    this.outbox.stop();
    for (const { ids, as } of this.pending) {
      for (const id of ids) this.uncertain.add(id);
      if (arrived === 'lost' || ids.some((id) => this.bad.has(id))) continue;
      for (const id of ids) this.platform.set(id, as === 'read');
    }
    this.pending = [];
    await settle();
    this.outbox = this.newOutbox();
  }

  async drain(): Promise<void> {
    for (let round = 0; round < 1_000; round += 1) {
      this.clock.pass(1_000);
      await settle();
      if (this.pending.length === 0 && this.outbox.snapshot.value.waiting === 0) return;
      while (this.pending.length > 0) await this.answer('answered');
    }
    throw new Error('It never came to an end.');
  }

  shownAs(id: MessageId): Mark | null {
    const key = this.store.keyOf(id);
    const message = key === null ? null : this.store.read(key as MessageKey);
    return message && (message.isRead ? 'read' : 'unread');
  }
}

/** Lets what has been answered run on: a handful of promises, no timers. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

async function house(listed: number, bad: readonly MessageId[] = []): Promise<House> {
  const sealer = createSealer(newCacheKey()) as Sealer;
  const owner = { deploymentId: 'practice', personId: 'her' as PersonId };
  return new House(await openTables(null, sealer, owner), listed, new Set(bad));
}

/** Eight that are in the list, two that are not. */
const ids = Array.from({ length: 10 }, (_, n) => idOf(n));

const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('wish' as const),
      ids: fc.subarray(ids, { minLength: 1 }),
      as: fc.constantFrom<Mark>('read', 'unread'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      how: fc.constantFrom('answered' as const, 'lost' as const, 'lost-after-work' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('feed' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('crash' as const),
      arrived: fc.constantFrom('arrived' as const, 'lost' as const),
    }),
  },
);

async function run(
  at: House,
  commands: readonly (typeof command extends fc.Arbitrary<infer C> ? C : never)[],
): Promise<void> {
  for (const next of commands) {
    switch (next.kind) {
      case 'wish':
        at.wish(next.ids, next.as);
        break;
      case 'answer':
        await at.answer(next.how);
        break;
      case 'pass':
        at.clock.pass(1_000);
        break;
      case 'feed':
        at.feed();
        at.outbox.recount();
        break;
      case 'crash':
        await at.crash(next.arrived);
        break;
    }
    for (const [id, as] of at.wishes) expect(at.shownAs(id) ?? as, id).toBe(as);
  }
}

test('whatever she wishes and however calls end, the platform ends with her last wishes alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 40 }), async (commands) => {
      const at = await house(8);
      const untouched = new Map(at.platform);
      await run(at, commands);
      await at.drain();
      expect(at.faults).toEqual([]);
      for (const [id, isRead] of at.platform) {
        const wish = at.wishes.get(id);
        expect(isRead, id).toBe(wish === undefined ? untouched.get(id) : wish === 'read');
      }
      expect(at.outbox.snapshot.value).toEqual({
        waiting: 0,
        refused: 0,
        cause: null,
        progress: null,
      });
      at.tables.database.close();
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('with some that the platform refuses, these alone are left over, with its words', async () => {
  // Of three and more it might be thought that the platform refuses everything.
  const bad = fc.subarray(ids, { maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 30 }), bad, async (commands, refusing) => {
      const at = await house(8, refusing);
      const untouched = new Map(at.platform);
      // So that a refusal of two is not taken for one of everything: others go out with them.
      await run(at, [...commands, { kind: 'wish', ids, as: 'read' }, { kind: 'feed' }]);
      await at.drain();
      const leftOver = createWishes(at.tables).listRefused(200);
      expect(leftOver.every(({ id }) => refusing.includes(id))).toBe(true);
      for (const { failure } of leftOver) expect(failure).toEqual(notThere);
      expect(at.faults).toEqual([]);
      for (const id of refusing) expect(at.platform.get(id)).toBe(untouched.get(id));
      for (const id of ids) {
        if (!refusing.includes(id)) expect(at.platform.get(id), id).toBe(true);
      }
      at.tables.database.close();
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('500 marks go out four calls at a time, the oldest first', async () => {
  const at = await house(500);
  at.wish(
    Array.from({ length: 500 }, (_, n) => idOf(n)),
    'read',
  );
  expect(at.pending).toHaveLength(4);
  // A third of them are read already, and are not sent.
  const sent: MessageId[] = [];
  for (let call = at.pending[0]; call !== undefined; call = at.pending[0]) {
    sent.push(...call.ids);
    await at.answer('answered');
  }
  expect(sent).toEqual(
    sent.toSorted((one, other) => Number(one.slice(1)) - Number(other.slice(1))),
  );
  expect(sent).toHaveLength(333);
  expect(at.calls).toBe(7);
});

test('calls that fail together are one failure, and nothing more goes out until the pause is over', async () => {
  const at = await house(300);
  at.wish(
    Array.from({ length: 300 }, (_, n) => idOf(n)),
    'read',
  );
  for (let call = 0; call < 4; call += 1) await at.answer('lost');
  expect(at.outbox.snapshot.value).toMatchObject({ waiting: 200, cause: gone });
  expect(at.pending).toEqual([]);
  at.wish([idOf(0)], 'unread');
  expect(at.pending).toEqual([]);
  at.clock.pass(999);
  expect(at.pending).toEqual([]);
  at.clock.pass(1);
  expect(at.pending).toHaveLength(4);
});

test('paused it sends nothing, and what is under way may end', async () => {
  const at = await house(3);
  at.wish([idOf(1)], 'read');
  at.outbox.pause();
  at.wish([idOf(2)], 'read');
  await at.answer('answered');
  expect(at.pending).toEqual([]);
  expect(at.platform.get(idOf(1))).toBe(true);
  at.outbox.start(500);
  at.clock.pass(500);
  expect(at.pending.map(({ ids: sent }) => sent)).toEqual([[idOf(2)]]);
});

const disk: Failure = { kind: 'storage' };
const exec = (at: House, sql: string) => at.tables.database.connection.exec(sql);

test('a disk that refuses to be read when marks are to go out holds them, and they go when it reads again', async () => {
  const at = await house(3);
  at.outbox.pause();
  at.wish([idOf(1)], 'read');
  exec(at, 'ALTER TABLE wish RENAME TO elsewhere');
  at.outbox.start(0);
  at.clock.pass(0);
  expect(at.outbox.snapshot.value).toMatchObject({ waiting: 1, cause: disk });
  expect(at.pending).toEqual([]);
  exec(at, 'ALTER TABLE elsewhere RENAME TO wish');
  at.clock.pass(999);
  expect(at.pending).toEqual([]);
  await at.drain();
  expect(at.platform.get(idOf(1))).toBe(true);
  expect(at.outbox.snapshot.value).toMatchObject({ waiting: 0, cause: null });
});

test('so it is when the disk refuses while a call is under way', async () => {
  const at = await house(3);
  at.wish([idOf(1)], 'read');
  exec(at, 'ALTER TABLE wish RENAME TO elsewhere');
  await at.answer('answered');
  expect(at.outbox.snapshot.value).toMatchObject({ waiting: 1, cause: disk });
  exec(at, 'ALTER TABLE elsewhere RENAME TO wish');
  await at.drain();
  expect(at.outbox.snapshot.value).toMatchObject({ waiting: 0, cause: null });
});
