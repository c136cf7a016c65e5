/** The session through sleep and waking, on a clock that the test moves. */
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Gateway, startGateway } from '../../gateway';
import type { SessionState } from '../../preload/contract';
import { given, type Practice, personCalled, practiceOn } from '../practice';
import { simulatedClock } from './simulatedClock';

let gateway: Gateway;
let running: Practice[] = [];

beforeEach(async () => {
  gateway = await startGateway({ heartbeatSeconds: 60 });
});
afterEach(async () => {
  for (const { services } of running) services.stop();
  running = [];
  await gateway.close();
});

const period = 60_000;
const soon = 5_000;
const day = 86_400_000;

/** An app on a clock of its own, with an eye on each heartbeat it sends. */
function watched(app: Readonly<Record<string, unknown>> = {}) {
  const clock = simulatedClock();
  const sentIn: SessionState['kind'][] = [];
  let requests = 0;
  let underWay = 0;
  let most = 0;
  const practice = practiceOn(gateway, {
    clock,
    // Without a feed and its own timer.
    deployment: { app, messages: { feedUrl: null } },
    async fetch(input, init) {
      const address = input instanceof Request ? input.url : String(input);
      const heartbeats = address.includes('/user/heartbeat') ? 1 : 0;
      if (heartbeats > 0) sentIn.push(practice.services.session.snapshot.value.state.kind);
      requests += 1;
      underWay += heartbeats;
      most = Math.max(most, underWay);
      try {
        const answer = await fetch(input, init);
        return new Response(await answer.arrayBuffer(), answer);
      } finally {
        requests -= 1;
        underWay -= heartbeats;
      }
    },
  });
  running.push(practice);
  return {
    ...practice,
    clock,
    sentIn,
    sent: () => sentIn.length,
    most: () => most,
    /** Ends when nothing is under way, and what was answered has been taken in. */
    async settled(): Promise<void> {
      do await takenIn();
      while (requests > 0);
    },
  };
}

/** An answer that has arrived is read and acted upon in this time. */
const takenIn = () => new Promise((resolve) => setTimeout(resolve, 5));

async function signedIn(overrides: Readonly<Record<string, unknown>> = {}) {
  const app = watched(overrides);
  given(await app.services.session.signIn());
  await app.settled();
  return app;
}

test('asleep for a night, it sends nothing; awake, one heartbeat within 5 s, and then one a period', async () => {
  const { services, clock, sent, settled } = await signedIn();
  const before = sent();
  services.pause();
  services.pause();
  clock.pass(day / 3);
  await settled();
  expect(sent()).toBe(before);

  services.wake();
  services.wake();
  clock.pass(soon);
  services.wake();
  await settled();
  expect(sent()).toBe(before + 1);
  clock.pass(soon);
  await settled();
  // The one that the third waking asked for, while the second's was under way, was that same one.
  expect(sent()).toBe(before + 1);
  clock.pass(1.1 * period);
  await settled();
  expect(sent()).toBe(before + 2);
});

test('whoever signs in after a sleep signed out is kept alive like anybody', async () => {
  const { services, clock, sent, settled } = watched();
  services.pause();
  services.wake();
  given(await services.session.signIn());
  await settled();
  const before = sent();
  clock.pass(1.1 * period);
  await settled();
  expect(sent()).toBe(before + 1);
});

test.each([-1, 1])('a wall clock set by %i day changes nothing', async (days) => {
  // From a broker: a platform refuses a signature that is a day off.
  const { services, clock, sent, settled } = await signedIn({
    appKey: null,
    accessTokenUrl: gateway.brokerUrl,
  });
  // The first pause after a sign-in is anything up to the period; from then on it is the period.
  clock.pass(period);
  await settled();
  const before = sent();
  const real = Date.now;
  const wall = vi.spyOn(Date, 'now').mockImplementation(() => real() + days * day);
  // The platform is in this process, and its clock is right.
  gateway.advanceClock(-days * day);
  try {
    clock.pass(0.8 * period);
    await settled();
    expect(sent()).toBe(before);
    clock.pass(0.3 * period);
    await settled();
    expect(sent()).toBe(before + 1);
    expect(services.session.snapshot.value.state.kind).toBe('active');
  } finally {
    wall.mockRestore();
  }
});

const teacher = () => personCalled(gateway, 'xiabing').personId;

type App = ReturnType<typeof watched>;

/** What can happen to an app, each as a person or a platform does it. */
const happenings = {
  'signs in': async ({ services }: App) => void (await services.session.signIn()),
  'signs out': async ({ services }: App) => void (await services.session.signOut()),
  'tries now': async ({ services }: App) => void services.session.tryNow(),
  sleeps: async ({ services }: App) => services.pause(),
  wakes: async ({ services }: App) => services.wake(),
  'a moment': async ({ clock }: App) => clock.pass(3_000),
  'a period': async ({ clock }: App) => clock.pass(1.1 * period),
  async 'session ends'({ services, settled }: App) {
    gateway.endSession(teacher());
    // The second confirms it.
    await services.session.tryNow();
    await settled();
    await services.session.tryNow();
  },
  async 'signed in elsewhere'({ services }: App) {
    gateway.displace(teacher());
    await services.session.tryNow();
  },
  'platform breaks': async () => gateway.fault('heartbeat', { kind: 'bad-gateway' }),
  'platform is mended': async () => gateway.clearFaults(),
} satisfies Record<string, (app: App) => Promise<void>>;

const names = Object.keys(happenings) as (keyof typeof happenings)[];
const alive: readonly SessionState['kind'][] = ['checking', 'active', 'unreachable'];

test('whatever happens: one heartbeat at a time, only for somebody who is signed in, and always a next one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...names), fc.boolean()), { minLength: 8, maxLength: 16 }),
      async (sequence) => {
        gateway.clearFaults();
        const app = await signedIn();
        for (const [name, waits] of sequence) {
          await happenings[name](app);
          // At the least until what was cancelled has been let go of.
          await (waits ? app.settled() : setImmediate());
        }
        const sleepOrWaking = sequence.findLast(([name]) => name === 'sleeps' || name === 'wakes');
        if (sleepOrWaking?.[0] === 'sleeps') app.services.wake();
        await app.settled();
        const before = app.sent();
        const { kind } = app.services.session.snapshot.value.state;
        app.clock.pass(1.1 * period);
        await app.settled();
        expect(app.sent() > before).toBe(alive.includes(kind));
        expect(app.most()).toBeLessThanOrEqual(1);
        // The one that proves a sign-in to be hers goes out while she is signing in.
        expect([...alive, 'signing-in']).toEqual(expect.arrayContaining(app.sentIn));
        app.services.stop();
      },
    ),
    { numRuns: 30 },
  );
}, 60_000);
