import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openJsonFile } from './jsonFile';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staffroom-json-'));
});

test('a file that is not there is an empty one', () => {
  expect(openJsonFile(folder, 'settings')).toMatchObject({ setAside: null });
  expect(openJsonFile(folder, 'settings').read()).toEqual({});
});

test.each(['{"theme": "da', '', 'null', '["theme"]'])(
  'a broken file (%j) is set aside as it was, and an empty one is in its place',
  (text) => {
    writeFileSync(join(folder, 'settings.json'), text);
    const file = openJsonFile(folder, 'settings');
    expect(file.read()).toEqual({});
    expect(readFileSync(String(file.setAside), 'utf8')).toBe(text);
    expect(readdirSync(folder)).toHaveLength(1);
  },
);

test('a broken file that cannot be moved stays as it is, is named, and an empty one is read', () => {
  // Its name leaves no room for the one that it would be given: no file system takes more than 255 letters.
  const name = 'n'.repeat(245);
  const path = join(folder, `${name}.json`);
  writeFileSync(path, '{"theme": "da');
  const file = openJsonFile(folder, name);
  expect(file.read()).toEqual({});
  expect(file.setAside).toBe(path);
  expect(readFileSync(path, 'utf8')).toBe('{"theme": "da');
});

test('what is in a file is read as it is', () => {
  writeFileSync(join(folder, 'settings.json'), '{"theme": "dark"}');
  expect(openJsonFile(folder, 'settings').read()).toEqual({ theme: 'dark' });
});
