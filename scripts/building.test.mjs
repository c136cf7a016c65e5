import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourcesHash } from './building.mjs';

describe('what is built', () => {
  /** @type {string} */
  let folder;
  const write = (/** @type {string} */ name, /** @type {string} */ text) =>
    writeFileSync(join(folder, name), text);
  const hash = () => sourcesHash(folder, ['main', 'settings.json', 'not-there']);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sources-'));
    mkdirSync(join(folder, 'main', 'inner'), { recursive: true });
    write('main/inner/a.ts', 'a');
    write('settings.json', '{}');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is current while its sources stay as they are', () => {
    const before = hash();
    write('main/inner/a.ts', 'a');
    expect(hash()).toBe(before);
  });

  it('is built anew when a source changes, comes or gets another name', () => {
    const hashes = [hash()];
    write('main/inner/a.ts', 'b');
    hashes.push(hash());
    write('main/b.ts', '');
    hashes.push(hash());
    rmSync(join(folder, 'main/b.ts'));
    write('main/c.ts', '');
    hashes.push(hash());
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('does not depend on tests', () => {
    const before = hash();
    write('main/a.test.ts', 'test');
    expect(hash()).toBe(before);
  });
});
