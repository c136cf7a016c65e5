import { expect, test } from 'vitest';
import { simulatedClock } from '../session/simulatedClock';
import { awaitNetwork } from './network';

function network(first: 'online' | 'offline') {
  const clock = simulatedClock();
  let isOnline = first === 'online';
  let returns = 0;
  const end = awaitNetwork(
    () => isOnline,
    () => {
      returns += 1;
    },
    clock,
  );
  return {
    clock,
    end,
    becomes: (now: 'online' | 'offline') => {
      isOnline = now === 'online';
      clock.pass(5_000);
    },
    returns: () => returns,
  };
}

test('a network that comes back is told once each time it does', () => {
  const { becomes, returns } = network('offline');
  becomes('offline');
  expect(returns()).toBe(0);
  becomes('online');
  becomes('online');
  expect(returns()).toBe(1);
  becomes('offline');
  becomes('online');
  expect(returns()).toBe(2);
});

test('one that was there all the time is not', () => {
  const { becomes, returns } = network('online');
  becomes('online');
  expect(returns()).toBe(0);
});

test('nobody looks any more after its end', () => {
  const { becomes, returns, end } = network('offline');
  end();
  becomes('online');
  expect(returns()).toBe(0);
});
