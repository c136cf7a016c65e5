import { expect, test } from 'vitest';
import { type Shortcut, shortcutOf, shortcuts, written } from './shortcuts';

const press = (key: string, held: readonly ('ctrl' | 'meta' | 'alt' | 'shift')[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});
const names = Object.keys(shortcuts) as readonly Shortcut[];

test('each shortcut is told by its key, and no two have the same', () => {
  for (const name of names) {
    const { key, with: modifier } = shortcuts[name];
    expect(shortcutOf(press(key, modifier === 'control' ? ['ctrl'] : []))).toBe(name);
  }
  expect(new Set(names.map((name) => written(name, 'Ctrl+'))).size).toBe(names.length);
});

test('a letter counts as a capital, too, and the command key as Ctrl', () => {
  expect(shortcutOf(press('J', ['shift']))).toBe('next');
  expect(shortcutOf(press('a', ['meta']))).toBe('all');
});

test.each([
  press('x'),
  press('a'),
  press('z'),
  press('j', ['ctrl']),
  press('j', ['alt']),
  press('z', ['ctrl', 'shift']),
  press('ArrowDown'),
])('%j is none', (event) => {
  expect(shortcutOf(event)).toBeNull();
});

test('they are written as a person reads them', () => {
  expect(written('next', 'Ctrl+')).toBe('J');
  expect(written('all', 'Ctrl+')).toBe('Ctrl+A');
  expect(written('undo', '⌘')).toBe('⌘Z');
  expect(written('none', 'Ctrl+')).toBe('Esc');
});
