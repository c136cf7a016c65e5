// Where electron-builder leaves the unpacked app.
import { join } from 'node:path';
import { root } from './project.mjs';

/** What the tests of the packaged app run; `packagedApp.mjs` puts it there. */
export const packages = {
  /** As it is handed to people. */
  release: join(root, 'out', 'package', 'release'),
  /** As a test can drive it. */
  test: join(root, 'out', 'package', 'test'),
};

/**
 * @typedef {object} Unpacked
 * @property {string} folder of the unpacked app
 * @property {string} executable in it
 *
 * @param {string} output the folder that electron-builder packed into
 * @returns {Unpacked}
 */
export function unpackedIn(output) {
  const arm = process.arch === 'arm64' ? '-arm64' : '';
  switch (process.platform) {
    case 'win32': {
      const folder = join(output, `win${arm}-unpacked`);
      return { folder, executable: join(folder, 'Staffroom.exe') };
    }
    case 'darwin': {
      const folder = join(output, `mac${arm}`, 'Staffroom.app');
      return { folder, executable: join(folder, 'Contents', 'MacOS', 'Staffroom') };
    }
    default: {
      const folder = join(output, `linux${arm}-unpacked`);
      return { folder, executable: join(folder, 'staffroom') };
    }
  }
}
