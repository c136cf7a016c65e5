import { describe, expect, it } from 'vitest';
import { namespacesRestricted } from './sandbox.mjs';

describe('the sandbox', () => {
  const kernel = (/** @type {Record<string, string>} */ settings) =>
    namespacesRestricted((name) => settings[name]);

  it('can start where the kernel has no restriction', () => {
    expect(kernel({})).toBe(false);
    expect(kernel({ 'kernel/unprivileged_userns_clone': '1' })).toBe(false);
  });

  it.each([
    ['kernel/apparmor_restrict_unprivileged_userns', '1'],
    ['kernel/unprivileged_userns_clone', '0'],
    ['user/max_user_namespaces', '0'],
  ])('needs its helper with %s = %s', (name, value) => {
    expect(kernel({ [name]: value })).toBe(true);
  });
});
