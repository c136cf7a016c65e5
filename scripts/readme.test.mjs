import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './project.mjs';

const read = (/** @type {string} */ name) => partsOf(readFileSync(join(root, name), 'utf8'));

/** What both languages have in common: not a word of the text, but how it is built.
 * @param {string} text
 */
function partsOf(text) {
  const blocks = [...text.matchAll(/^```\w*\n[\s\S]*?^```/gm)].map(([block]) => block);
  const lines = text.replaceAll(/^```\w*\n[\s\S]*?^```/gm, '').split('\n');
  const rows = lines.filter((line) => line.startsWith('|'));
  return {
    /** Levels, in their order. */
    headings: lines.filter((line) => /^#+ /.test(line)).map((line) => line.indexOf(' ')),
    tables: tablesIn(lines),
    /** The names in code of each row's first cell: fields, files, packages. */
    named: rows.map((row) => row.split('|')[1]?.match(/`[^`<]+`/g) ?? []),
    lists: lines.filter((line) => /^(-|\d+\.) /.test(line)).length,
    reasons: lines.filter((line) => line.startsWith('- **')).length,
    blocks,
    commands: lines.flatMap((line) => /^ {4}(npm \w+)/.exec(line)?.[1] ?? []),
    folders: lines.flatMap((line) => /^ {4,6}(\w+\/|\w+\.ts) /.exec(line)?.[1] ?? []),
  };
}

/** How many rows each table has, in their order.
 * @param {readonly string[]} lines
 */
function tablesIn(lines) {
  /** @type {number[]} */
  const tables = [];
  lines.forEach((line, at) => {
    if (!line.startsWith('|')) return;
    if (lines[at - 1]?.startsWith('|')) tables[tables.length - 1] = (tables.at(-1) ?? 0) + 1;
    else tables.push(1);
  });
  return tables;
}

const english = read('README.md');
const chinese = read('README.zh-CN.md');

test('both READMEs have the same chapters, tables, lists and commands', () => {
  expect(english.headings.length).toBeGreaterThan(10);
  expect(english.tables.length).toBeGreaterThan(4);
  expect(english.folders.length).toBeGreaterThan(10);
  expect(chinese).toEqual(english);
});

test('each leads to the other at its top', () => {
  const top = (/** @type {string} */ name) =>
    readFileSync(join(root, name), 'utf8').split('\n').slice(0, 4).join('\n');
  expect(top('README.md')).toContain('(README.zh-CN.md)');
  expect(top('README.zh-CN.md')).toContain('(README.md)');
});

test('each dependency is named with what it is for', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  for (const name of ['README.md', 'README.zh-CN.md']) {
    const text = readFileSync(join(root, name), 'utf8').toLowerCase();
    const unnamed = Object.keys({ ...dependencies, ...devDependencies })
      // TypeScript's types of what is named.
      .filter((one) => !one.startsWith('@types/'))
      .filter(
        (one) => !text.includes(one.replace(/^@biomejs\//, '').replace(/^@playwright\//, '')),
      );
    expect(unnamed, name).toEqual([]);
  }
});
