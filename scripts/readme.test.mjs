import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDeployment } from '../main/deployment/deployment';
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

/** The part of the address by which GitHub leads to a heading.
 * @param {string} heading
 */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

test.each(['README.md', 'README.zh-CN.md'])('links within %s lead to its chapters', (name) => {
  const text = readFileSync(join(root, name), 'utf8');
  const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
  const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
  expect(links.length).toBeGreaterThan(5);
  expect(anchors).toEqual(expect.arrayContaining(links));
});

/** @param {object} content */
const readingOf = (content) => readDeployment(JSON.stringify(content), 'file');

/** @param {Record<string, unknown>} content @param {string} field */
function without(content, field) {
  const copy = structuredClone(content);
  const [first = '', second] = field.split('.');
  if (second === undefined) delete copy[first];
  else delete (/** @type {Record<string, unknown>} */ (copy[first])[second]);
  return copy;
}

test('the deployment file that is shown can be used, and asks for what is said to be required', () => {
  const [block = ''] = english.blocks.filter((one) => one.startsWith('```json'));
  const example = JSON.parse(block.replaceAll(/^```.*$/gm, ''));
  expect(readingOf(example)).toMatchObject({ kind: 'ready', unknownFields: [] });
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  const required = [...text.matchAll(/^\| `([^`]+)` \\\* \|/gm)].map(([, field = '']) => field);
  const fields = Object.entries(example).flatMap(([name, held]) =>
    typeof held === 'object' && name !== 'policy'
      ? Object.keys(held).map((inner) => `${name}.${inner}`)
      : [name],
  );
  // Of each of these one is needed, and the example has one.
  const needed = [...required, 'preset', 'app.appKey'];
  const refused = fields.filter((field) => readingOf(without(example, field)).kind === 'wrong');
  // Who writes `updates` has to say where; it is not required itself.
  expect(new Set(refused)).toEqual(new Set([...needed, 'updates.url']));
  const chinese = readFileSync(join(root, 'README.zh-CN.md'), 'utf8');
  expect([...chinese.matchAll(/^\| `([^`]+)` \\\* \|/gm)].map(([, field]) => field)).toEqual(
    required,
  );
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
