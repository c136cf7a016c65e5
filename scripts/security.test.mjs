import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './project.mjs';

const read = (/** @type {string} */ name) => readFileSync(join(root, name), 'utf8');

const lines = read('SECURITY.md').split('\n');
/** The documentation's recommendations, and what stands beside them. */
const items = lines.filter((line) => /^### /.test(line));
const codeLines = lines.filter((line) => line.startsWith('Code: '));
const tested = lines.flatMap((line) => {
  const [, file, title] = /^- `([^`]+)`: “(.+)”$/.exec(line) ?? [];
  return file === undefined || title === undefined ? [] : [{ file, title }];
});

const declared = JSON.parse(read('package.json'));
const exact = /^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+$/;

test('the twenty recommendations are there, in their order, each with code and a test', () => {
  expect(items.map((line) => Number.parseInt(line.slice(4), 10))).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
  for (const item of items) {
    const from = lines.indexOf(item) + 1;
    const length = lines.slice(from).findIndex((line) => line.startsWith('#'));
    const part = lines.slice(from, from + length);
    expect(
      part.filter((line) => line.startsWith('Code: ')),
      item,
    ).toHaveLength(1);
    expect(part.filter((line) => line.startsWith('- `')).length, item).toBeGreaterThan(0);
  }
});

test('every file that is named as the place in the code is there', () => {
  const files = codeLines.flatMap((line) =>
    [...line.matchAll(/`([^`]+)`/g)].map(([, file]) => file),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) expect(existsSync(join(root, file ?? '')), file).toBe(true);
});

test('every test that is quoted is in the file that is named', () => {
  expect(tested).toHaveLength(lines.filter((line) => line.startsWith('- `')).length);
  for (const { file, title } of tested) {
    const plain = title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    // Its name behind its table, too: `test.each([ … ])('%s …'`.
    const quoted = new RegExp(`(?:(?:test|it)|^\\s*\\]\\))\\(\\s*(['"\`])${plain}\\1`, 'm');
    const text = existsSync(join(root, file)) ? read(file) : '';
    expect(quoted.test(text), `${file}: ${title}`).toBe(true);
  }
});

test('both READMEs lead here', () => {
  for (const name of ['README.md', 'README.zh-CN.md'])
    expect(read(name)).toContain('(SECURITY.md)');
});

test('Electron is declared as one release', () => {
  expect(declared.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
});

test('what ships has exact versions', () => {
  const versions = Object.values(declared.dependencies);
  expect(versions.length).toBeGreaterThan(5);
  for (const version of versions) expect(version).toMatch(exact);
});
