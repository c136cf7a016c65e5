import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SessionState } from '../../preload/contract';
import {
  type EventKind,
  type Machine,
  nextBeat,
  type SessionEvent,
  type StateKind,
  signedOut,
  step,
} from './machine';

const states: { readonly [Kind in StateKind]: Extract<SessionState, { kind: Kind }> } = {
  'signed-out': { kind: 'signed-out' },
  'signing-in': { kind: 'signing-in' },
  checking: { kind: 'checking' },
  active: { kind: 'active', lastHeartbeatAt: 1 },
  unreachable: { kind: 'unreachable', cause: { kind: 'offline' }, since: 1, nextTryAt: 2 },
  expired: { kind: 'expired', since: 1 },
  renewing: { kind: 'renewing', since: 1 },
  displaced: { kind: 'displaced', since: 1, log: ['另一台电脑'], answer: 'none' },
  'no-session': { kind: 'no-session' },
  'keychain-locked': { kind: 'keychain-locked' },
};

const events: { readonly [Kind in EventKind]: Extract<SessionEvent, { kind: Kind }> } = {
  found: { kind: 'found', session: 'kept' },
  'keychain-locked': { kind: 'keychain-locked' },
  'sign-in-started': { kind: 'sign-in-started' },
  'sign-in-ended': { kind: 'sign-in-ended', failure: null },
  'signed-in': { kind: 'signed-in', session: 'live', at: 5 },
  alive: { kind: 'alive', at: 5 },
  gone: { kind: 'gone', at: 5, renewal: 'not' },
  'renewal-due': { kind: 'renewal-due', at: 5 },
  acknowledged: { kind: 'acknowledged' },
  displaced: { kind: 'displaced', at: 5, log: [] },
  unanswered: {
    kind: 'unanswered',
    cause: { kind: 'server', host: 'h', status: 502 },
    at: 5,
    nextTryAt: 9,
  },
  'signed-out': { kind: 'signed-out' },
};

const stateKinds = Object.keys(states) as StateKind[];
const eventKinds = Object.keys(events) as EventKind[];

const at = (kind: StateKind): Machine => ({ ...signedOut, state: states[kind] });

type Leads = { readonly [Event in EventKind]?: StateKind };

const out: Leads = { 'signed-out': 'signed-out' };
const over: Leads = { ...out, 'sign-in-started': 'signing-in' };
const live: Leads = { ...out, alive: 'active', displaced: 'displaced', unanswered: 'unreachable' };

/** Where each event leads from each state; where a cell is left out, it changes nothing. */
const expected: { readonly [Kind in StateKind]: Leads } = {
  'signed-out': { ...over, found: 'checking', 'keychain-locked': 'keychain-locked' },
  'signing-in': { ...out, 'sign-in-ended': 'signed-out', 'signed-in': 'active' },
  checking: { ...live, gone: 'checking' },
  active: {
    ...live,
    gone: 'active',
    'renewal-due': 'renewing',
    'sign-in-started': 'signing-in',
  },
  unreachable: { ...live, gone: 'unreachable' },
  expired: over,
  renewing: { ...out, 'sign-in-ended': 'signed-out', 'signed-in': 'active' },
  displaced: { ...over, acknowledged: 'displaced' },
  'no-session': over,
  'keychain-locked': { ...over, found: 'checking' },
};

describe.each(stateKinds)('in %s', (state) => {
  test.each(eventKinds)('%s leads where the table says', (event) => {
    const before = at(state);
    const after = step(before, events[event]);
    const to = expected[state][event];
    if (to === undefined) expect(after).toEqual(before);
    else expect(after.state.kind).toBe(to);
  });
});

test('one 100000 raises a doubt; a second one ends the session, a 000000 lays the doubt', () => {
  const doubted = step(at('active'), events.gone);
  expect(doubted.state).toEqual(states.active);
  expect(nextBeat(doubted)).toBe('confirm');
  expect(step(doubted, events.gone).state).toEqual({ kind: 'expired', since: 5 });
  const sure = step(doubted, events.alive);
  expect(nextBeat(sure)).toBe('periodic');
  expect(step(sure, events.gone).state.kind).toBe('active');
});

test('a doubt outlives an unanswered heartbeat', () => {
  const unanswered = step(step(at('active'), events.gone), events.unanswered);
  expect(unanswered.state.kind).toBe('unreachable');
  expect(step(unanswered, events.gone).state.kind).toBe('expired');
});

test('while unreachable, the time since when stays and the cause is the latest', () => {
  const later = step(at('unreachable'), events.unanswered);
  expect(later.state).toMatchObject({ since: 1, nextTryAt: 9, cause: { kind: 'server' } });
});

test('a sign-in that comes to nothing leads back to where it began, and says why', () => {
  const failure = { kind: 'offline' } as const;
  const began = step(at('expired'), events['sign-in-started']);
  const ended = step(began, { kind: 'sign-in-ended', failure });
  expect(ended.state).toEqual(states.expired);
  expect(ended.signInFailure).toEqual(failure);
  expect(step(ended, events['sign-in-started']).signInFailure).toBeNull();
});

test('signed in without a session id is no-session, and sends no heartbeat', () => {
  const machine = step(at('signing-in'), { kind: 'signed-in', session: 'none', at: 5 });
  expect(machine.state.kind).toBe('no-session');
  expect(nextBeat(machine)).toBe('none');
  expect(step(at('signed-out'), { kind: 'found', session: 'none' }).state.kind).toBe('no-session');
});

const endedForNothing: SessionEvent = { kind: 'sign-in-ended', failure: null };

test('a confirmed 100000 leads to a renewal where one may be tried, and to expired if it fails', () => {
  const gone: SessionEvent = { kind: 'gone', at: 5, renewal: 'may-be-tried' };
  const renewing = step(step(at('active'), gone), gone);
  expect(renewing.state).toEqual({ kind: 'renewing', since: 5 });
  expect(nextBeat(renewing)).toBe('none');
  expect(step(renewing, endedForNothing).state).toEqual({ kind: 'expired', since: 5 });
  expect(step(renewing, events['signed-in']).state.kind).toBe('active');
});

test('a renewal ahead of the end that fails leaves the session as it was', () => {
  const renewing = step(at('active'), events['renewal-due']);
  expect(step(renewing, endedForNothing).state).toEqual(states.active);
});

test('a doubt waits for the end of a renewal that fails', () => {
  const doubted = step(at('active'), events.gone);
  const failed = step(step(doubted, events['renewal-due']), endedForNothing);
  expect(failed).toEqual(doubted);
  expect(step(failed, events.gone).state.kind).toBe('expired');
});

test('after 110000 she may say that it was her, and nothing is renewed', () => {
  const said = step(at('displaced'), events.acknowledged);
  expect(said.state).toEqual({ ...states.displaced, answer: 'it-was-me' });
  expect(step(said, events['renewal-due']).state).toEqual(said.state);
});

const anyEvent = fc.constantFrom(...eventKinds).map((kind) => events[kind]);
const run = (sequence: readonly SessionEvent[]) => sequence.reduce(step, signedOut);

test('whatever happens, only 100000 twice, 110000 or the person ends a live session', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), (sequence) => {
      const live = (machine: Machine) => nextBeat(machine) !== 'none';
      let machine = signedOut;
      for (const event of sequence) {
        const next = step(machine, event);
        if (live(machine) && !live(next)) {
          const ends = ['gone', 'displaced', 'signed-out'];
          const pauses = ['renewal-due', 'sign-in-started'];
          expect([...ends, ...pauses]).toContain(event.kind);
          if (event.kind === 'gone') expect(machine.doubted).toBe(true);
          // What only pauses it leads back to it when it comes to nothing.
          if (pauses.includes(event.kind)) expect(step(next, endedForNothing)).toEqual(machine);
        }
        machine = next;
      }
    }),
  );
});

test('from wherever it has come to, a person can always sign out, and then sign in', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), (sequence) => {
      const out = step(run(sequence), events['signed-out']);
      expect(out).toEqual(signedOut);
      expect(step(step(out, events['sign-in-started']), events['signed-in']).state.kind).toBe(
        'active',
      );
    }),
  );
});
