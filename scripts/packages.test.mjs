import { describe, expect, it } from 'vitest';
import { packagesHash } from './packages.mjs';

const manifest = (/** @type {object} */ changes) =>
  JSON.stringify({ name: 'a', scripts: {}, dependencies: { b: '1.0.0' }, ...changes });

describe('installed packages', () => {
  const hash = packagesHash(manifest({}), 'lockfile');

  it('stay current when only the scripts of package.json change', () => {
    expect(packagesHash(manifest({ scripts: { start: 'x' } }), 'lockfile')).toBe(hash);
  });

  it('are stale when a dependency changes', () => {
    expect(packagesHash(manifest({ dependencies: { b: '2.0.0' } }), 'lockfile')).not.toBe(hash);
  });

  it('are stale when the lockfile changes', () => {
    expect(packagesHash(manifest({}), 'another lockfile')).not.toBe(hash);
  });
});
