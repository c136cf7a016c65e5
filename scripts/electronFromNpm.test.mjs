import { describe, expect, it } from 'vitest';
import { belongsToElectron } from './electronFromNpm.mjs';

describe('what is taken of the product that holds an Electron', () => {
  it.each(['Cypress', 'icudtl.dat', 'locales/zh-CN.pak', 'libvulkan.so.1', 'chrome-sandbox'])(
    '%s is Electron’s',
    (path) => expect(belongsToElectron(path)).toBe(true),
  );

  it.each(['browser_v8_context_snapshot.bin', 'resources/app/index.js', 'resources/a.pak'])(
    '%s is the product’s own',
    (path) => expect(belongsToElectron(path)).toBe(false),
  );
});
