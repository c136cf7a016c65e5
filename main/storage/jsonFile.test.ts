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

test('what is in a file is read as it is', () => {
  writeFileSync(join(folder, 'settings.json'), '{"theme": "dark"}');
  expect(openJsonFile(folder, 'settings').read()).toEqual({ theme: 'dark' });
});
