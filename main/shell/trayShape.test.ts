import { expect, test } from 'vitest';
import { trayIsShown } from './trayHost';
import { sessionCommandsOf, shapeOf } from './trayShape';

const displaced = { kind: 'displaced', since: 1, log: [], answer: 'none' } as const;

test.each([
  [{ kind: 'active', lastHeartbeatAt: 1 }, 'active', ['sign-out']],
  [{ kind: 'renewing', since: 1 }, 'active', ['sign-out']],
  [
    { kind: 'unreachable', cause: { kind: 'offline' }, since: 1, nextTryAt: 2 },
    'unreachable',
    ['try-now', 'sign-out'],
  ],
  [{ kind: 'expired', since: 1 }, 'attention', ['sign-in-again', 'sign-out']],
  [displaced, 'attention', ['sign-in-again', 'sign-out']],
  [{ ...displaced, answer: 'it-was-me' }, 'signed-out', ['sign-in-again', 'sign-out']],
  [{ kind: 'keychain-locked' }, 'attention', ['try-now', 'sign-in']],
  [{ kind: 'signed-out' }, 'signed-out', ['sign-in']],
  [{ kind: 'signing-in' }, 'signed-out', ['show-login']],
  [{ kind: 'checking' }, 'signed-out', ['sign-out']],
  [{ kind: 'no-session' }, 'signed-out', ['sign-out']],
] as const)('%j has the shape %s and offers %s', (state, shape, commands) => {
  expect(shapeOf(state)).toBe(shape);
  expect(sessionCommandsOf(state.kind)).toEqual(commands);
});

test('on Linux a tray is there when a host says so on the bus; elsewhere always', async () => {
  expect(await trayIsShown('linux', async () => '   variant       boolean true\n')).toBe(true);
  expect(await trayIsShown('linux', async () => '   variant       boolean false\n')).toBe(false);
  expect(await trayIsShown('linux', async () => null)).toBe(false);
  const nobodyToAsk = () => Promise.reject(new Error('must not be asked'));
  expect(await trayIsShown('win32', nobodyToAsk)).toBe(true);
  expect(await trayIsShown('darwin', nobodyToAsk)).toBe(true);
});
