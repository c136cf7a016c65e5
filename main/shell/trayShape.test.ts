import { expect, test } from 'vitest';
import { trayIsShown } from './trayHost';
import { sessionCommandOf, shapeOf } from './trayShape';

test.each([
  ['active', 'active', 'sign-out'],
  ['unreachable', 'unreachable', 'sign-out'],
  ['expired', 'attention', 'sign-in-again'],
  ['displaced', 'attention', 'sign-in-again'],
  ['keychain-locked', 'attention', null],
  ['signed-out', 'signed-out', 'sign-in'],
  ['signing-in', 'signed-out', null],
  ['checking', 'signed-out', 'sign-out'],
  ['no-session', 'signed-out', 'sign-out'],
] as const)('%s has the shape %s and offers %s', (state, shape, command) => {
  expect(shapeOf(state)).toBe(shape);
  expect(sessionCommandOf(state)).toBe(command);
});

test('on Linux a tray is there when a host says so on the bus; elsewhere always', async () => {
  expect(await trayIsShown('linux', async () => '   variant       boolean true\n')).toBe(true);
  expect(await trayIsShown('linux', async () => '   variant       boolean false\n')).toBe(false);
  expect(await trayIsShown('linux', async () => null)).toBe(false);
  const nobodyToAsk = () => Promise.reject(new Error('must not be asked'));
  expect(await trayIsShown('win32', nobodyToAsk)).toBe(true);
  expect(await trayIsShown('darwin', nobodyToAsk)).toBe(true);
});
