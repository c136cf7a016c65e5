import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { simulatedClock } from '../session/simulatedClock';
import { followPower } from './power';

type Told = 'pause' | 'wake';

function machine() {
  const power = new EventEmitter();
  const clock = simulatedClock();
  const told: Told[] = [];
  const sleeper = { pause: () => told.push('pause'), wake: () => told.push('wake') };
  followPower(power, sleeper, clock);
  return { power, clock, told };
}

test('suspend pauses, resume and an unlocked screen wake', () => {
  const { power, told } = machine();
  power.emit('suspend');
  power.emit('resume');
  power.emit('unlock-screen');
  expect(told).toEqual(['pause', 'wake', 'wake']);
});

test('a pause in which a minute passes was no sleep, and ends', () => {
  const { power, clock, told } = machine();
  power.emit('suspend');
  power.emit('suspend');
  clock.pass(59_000);
  expect(told).toEqual(['pause', 'pause']);
  clock.pass(1_000);
  expect(told).toEqual(['pause', 'pause', 'wake']);
});

test('after a resume, nothing of the pause is left', () => {
  const { power, clock, told } = machine();
  power.emit('suspend');
  power.emit('resume');
  clock.pass(3_600_000);
  expect(told).toEqual(['pause', 'wake']);
});
