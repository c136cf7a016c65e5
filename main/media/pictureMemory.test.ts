import { expect, test } from 'vitest';
import { createPictureMemory } from './pictureMemory';

const ten = new Uint8Array(10);

test('what was used last stays when there is too much', () => {
  const memory = createPictureMemory(25);
  memory.write('a', ten);
  memory.write('b', ten);
  expect(memory.read('a')).toBe(ten);
  memory.write('c', ten);
  expect(memory.read('b')).toBeNull();
  expect(memory.read('a')).toBe(ten);
  expect(memory.read('c')).toBe(ten);
});

test('the same picture counts once, and forgotten ones not at all', () => {
  const memory = createPictureMemory(25);
  memory.write('a', ten);
  memory.write('b', ten);
  memory.write('b', ten);
  expect(memory.read('a')).toBe(ten);
  memory.forget();
  expect(memory.read('a')).toBeNull();
  memory.write('c', ten);
  memory.write('d', ten);
  expect(memory.read('c')).toBe(ten);
});
