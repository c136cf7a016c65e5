import { describe, expect, it } from 'vitest';
import { debianPackages, missing } from './systemNeeds.mjs';

const whole = {
  library: () => true,
  program: () => true,
  chineseFont: () => true,
  keyring: () => true,
};
const bare = {
  library: () => false,
  program: () => false,
  chineseFont: () => false,
  keyring: () => false,
};
const none = () => false;

describe('what a Linux system lacks', () => {
  it('is nothing where everything is there', () => {
    expect(missing('virtual', whole)).toEqual([]);
  });

  it('is named by what it is and by its Debian package', () => {
    const noSound = {
      ...whole,
      library: (/** @type {string} */ name) => name !== 'libasound.so.2',
    };
    const needs = missing('person', noSound);
    expect(needs.map(({ what }) => what)).toEqual(['the library libasound.so.2']);
    expect(debianPackages(needs, none)).toEqual(['libasound2']);
  });

  it('includes a display and a bus only where the app has to bring its own', () => {
    const desktop = ['xvfb', 'dbus'];
    expect(debianPackages(missing('virtual', bare), none)).toEqual(expect.arrayContaining(desktop));
    const person = debianPackages(missing('person', bare), none);
    expect(person.filter((name) => desktop.includes(name))).toEqual([]);
    expect(person).toContain('fonts-noto-cjk');
  });

  it('has the newer name of a package where the system knows that one', () => {
    const known = (/** @type {string} */ name) => ['libgtk-3-0t64', 'libasound2t64'].includes(name);
    expect(debianPackages(missing('person', bare), known)).toEqual([
      'libgtk-3-0t64',
      'libnss3',
      'libasound2t64',
      'libgbm1',
      'libsecret-1-0',
      'fonts-noto-cjk',
      'gnome-keyring',
    ]);
  });

  it('includes, where packages are made and installed, what keeps the lists of a desktop', () => {
    const packing = ['p7zip-full', 'desktop-file-utils', 'shared-mime-info', 'xdotool'];
    expect(debianPackages(missing('installing', bare), none)).toEqual(
      expect.arrayContaining(packing),
    );
    const virtual = debianPackages(missing('virtual', bare), none);
    expect(virtual.filter((name) => packing.includes(name))).toEqual([]);
  });
});
