import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { licencesOf } from './licences.mjs';
import { root } from './project.mjs';

const { dependencies, devDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const licences = licencesOf(root);

test('every package that ships is named with its licence and the text of it', () => {
  const names = licences.map(({ name }) => name);
  for (const name of Object.keys(dependencies)) {
    expect(names).toContain(name === 'keytar' ? '@github/keytar' : name);
  }
  expect(names).toContain('electron');
  for (const { name, version, licence, text } of licences) {
    expect(version, name).toMatch(/^\d/);
    expect(licence, name).not.toBe('');
    expect(text, name).toMatch(/copyright|permission|public domain/i);
  }
});

test('what is for development and tests only is not among them', () => {
  const names = licences.map(({ name }) => name);
  for (const name of Object.keys(devDependencies)) {
    if (name !== 'electron') expect(names).not.toContain(name);
  }
});
